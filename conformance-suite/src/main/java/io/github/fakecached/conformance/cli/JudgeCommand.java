package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.lockstep.Lockstep;
import io.github.fakecached.conformance.property.Book;
import io.github.fakecached.conformance.property.Selection;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.target.TargetNames;
import io.github.fakecached.conformance.target.TargetSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the command line, checked before anything is started. */
@Command(
        name = "fakecached-conformance",
        mixinStandardHelpOptions = true,
        versionProvider = OwnVersion.class,
        sortOptions = false,
        description = {
            "Judges servers by the rules of memcached, and writes which they keep.",
            "%nA server that is judged is FLUSHED OVER AND OVER: never name one whose items anybody needs.%n"
        },
        footer = {
            "%nExit codes: 0 no rule is broken, 1 a rule is broken, 2 the command line is wrong, 3 a target could not be had.",
            "%nFor example:",
            "  java -jar fakecached-conformance.jar --target localhost:11211",
            "  java -jar fakecached-conformance.jar --target fake --target container:1.6.18 --report build/conformance"
        })
final class JudgeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "TARGET",
            description =
                    "HOST:PORT, fake, fake:1.6.18, container:1.6.18 (of the image memcached), container:IMAGE:TAG,"
                            + " program (memcached on the PATH) or program:PATH. May be given several times.")
    private List<String> targets = List.of();

    @Option(
            names = "--dialect",
            split = ",",
            paramLabel = "DIALECT",
            description = "Only the rules of these: text, meta, binary, administration.")
    private Set<Book> books = EnumSet.noneOf(Book.class);

    @Option(names = "--rule", split = ",", paramLabel = "ID", description = "Only these rules, such as T-INCR-02.")
    private Set<String> rules = new LinkedHashSet<>();

    @Option(
            names = "--seed",
            defaultValue = "20110101",
            paramLabel = "N",
            description = "What random cases are drawn from: a number, or random. ${DEFAULT-VALUE} if not given.")
    private String seed = "";

    @Option(
            names = "--as",
            paramLabel = "VERSION",
            description =
                    "The release of memcached by which a server at HOST:PORT is judged whose version is not memcached's."
                            + " 1.6.45 if not given.")
    private @Nullable String as;

    @Option(
            names = "--timeout",
            defaultValue = "2",
            paramLabel = "SECONDS",
            description = "How long to wait for a reply of a server at HOST:PORT. ${DEFAULT-VALUE} if not given.")
    private int timeout;

    @Option(
            names = "--time-limit",
            defaultValue = "10",
            paramLabel = "MINUTES",
            description =
                    "After this time, what is under way is cut off, and what was not put to a target yet is skipped."
                            + " ${DEFAULT-VALUE} if not given.")
    private int timeLimit;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes the report to files in this folder.")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Which files --report writes: ${COMPLETION-CANDIDATES}. All if not given.")
    private Set<Format> formats = EnumSet.noneOf(Format.class);

    @Option(names = "--quiet", description = "Prints nothing but the summary.")
    private boolean quiet;

    @Override
    public Integer call() {
        requirePositive("--timeout", timeout);
        requirePositive("--time-limit", timeLimit);
        var expected = Optional.ofNullable(as).map(given -> checked("--as", () -> ServerVersion.of(given)));
        var sources =
                targets.stream().distinct().map(name -> source(name, expected)).toList();
        var selection = checked("--rule", () -> Selection.of(books, rules));
        var from = from();
        if (!formats.isEmpty() && folder == null) {
            throw wrong("--format needs --report DIR, which says where to write the files");
        }
        var files = Optional.ofNullable(folder).map(path -> checked("--report", () -> ReportFiles.in(path, formats)));
        var commandLine = commandLine();
        var progress = quiet
                ? Progress.silent()
                : new Progress(commandLine.getErr(), Ansi.AUTO.enabled(), sources.size() * selection.size());
        var report = new Run(selection, from, seed, Duration.ofMinutes(timeLimit), progress).over(sources);
        Summary.print(report, commandLine.getOut());
        files.ifPresent(each -> checked("--report", () -> each.write(report)).forEach(commandLine.getOut()::println));
        return Main.exitCode(report);
    }

    /** Real servers do less in the background then, which would make some replies a matter of luck. */
    private TargetSource source(String name, Optional<ServerVersion> expected) {
        return checked(
                "--target",
                () -> TargetNames.named(name, Duration.ofSeconds(timeout), expected, Lockstep.serverOptions()));
    }

    private void requirePositive(String option, int number) {
        if (number < 1) {
            throw wrong(option + ": takes 1 or more, and not " + number);
        }
    }

    private Seed from() {
        try {
            return Seed.of(seed);
        } catch (IllegalArgumentException e) {
            throw wrong("--seed: takes a number or random, and not " + seed);
        }
    }

    private <T> T checked(String option, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
