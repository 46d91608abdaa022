package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.property.Book;
import io.github.fakecached.conformance.property.ConformanceRunner;
import io.github.fakecached.conformance.property.Selection;
import io.github.fakecached.conformance.report.Absent;
import io.github.fakecached.conformance.report.Judged;
import io.github.fakecached.conformance.report.Report;
import io.github.fakecached.conformance.report.Section;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Capabilities;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.wire.Dialect;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges one target after the other, each of which is started once. */
final class Run {

    private final Selection selection;
    private final Seed seed;
    private final String seedShown;
    private final Duration limit;
    private final Progress progress;

    Run(Selection selection, Seed seed, String seedShown, Duration limit, Progress progress) {
        this.selection = selection;
        this.seed = seed;
        this.seedShown = seedShown;
        this.limit = limit;
        this.progress = progress;
    }

    Report over(List<TargetSource> sources) {
        var judged = new ArrayList<Judged>();
        var absent = new ArrayList<Absent>();
        for (var source : sources) {
            progress.starts(source.name());
            try (var target = source.open()) {
                judged.add(judge(target));
            } catch (TargetAbsent e) {
                absent.add(new Absent(source.name(), String.valueOf(e.getMessage())));
                progress.passesOver(source.name(), selection.size());
            }
        }
        progress.ends();
        var sections = Stream.of(Book.values())
                .map(book -> new Section(book.toString(), selection.rules(book)))
                .toList();
        return new Report(
                "Rules of memcached, kept and broken",
                LocalDate.now(ZoneOffset.UTC),
                Optional.of(seedShown),
                sections,
                judged,
                absent);
    }

    private Judged judge(Target target) {
        long begin = System.nanoTime();
        var results = ConformanceRunner.run(target, selection, seed, limit, progress::finished);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        return new Judged(target.name(), about(target.capabilities(), took), Optional.of(target.version()), results);
    }

    private static List<String> about(Capabilities target, Duration took) {
        var about = new ArrayList<String>();
        var release = target.version().toString();
        about.add(
                target.says().startsWith(release)
                        ? "memcached " + target.says()
                        : "version " + target.says() + ", judged as memcached " + release);
        Stream.of(Dialect.values())
                .filter(dialect -> !target.dialects().contains(dialect))
                .forEach(dialect -> about.add("no " + dialect.name().toLowerCase(Locale.ROOT)));
        about.addAll(target.remarks());
        about.add(took.toSeconds() + " s");
        return about;
    }
}
