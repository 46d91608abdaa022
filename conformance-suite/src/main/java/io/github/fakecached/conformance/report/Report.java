package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Level;
import io.github.fakecached.conformance.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules against targets: the matrix that every page shows, and what stands above it. Which targets there are, and what they
 * are, it does not care: servers and clients look alike here.
 *
 * @param title what was judged
 * @param date when
 * @param seed what random cases were drawn from, where there were any
 * @param sections the rows
 * @param judged the columns
 * @param absent what was asked for in vain
 */
public record Report(
        String title,
        LocalDate date,
        Optional<String> seed,
        List<Section> sections,
        List<Judged> judged,
        List<Absent> absent) {

    /** Keeps copies, without empty sections. */
    public Report {
        sections =
                sections.stream().filter(section -> !section.rules().isEmpty()).toList();
        judged = List.copyOf(judged);
        absent = List.copyOf(absent);
    }

    /** When it was judged and what cases were drawn from, as a sentence. */
    String judgedOn() {
        return "Judged on " + date
                + seed.map(number -> ", with random cases drawn from the seed " + number)
                        .orElse("") + ".";
    }

    /** All rules, in the order of the rows. */
    public Stream<Rule> rules() {
        return sections.stream().flatMap(section -> section.rules().stream());
    }

    /** The rules of one level that a target breaks. */
    public Stream<Rule> broken(Judged target, Level level) {
        return rules().filter(
                        rule -> rule.level() == level && target.finding(rule).verdict() == Verdict.BROKEN);
    }

    /** On how many of these rules a target got a verdict. */
    public static long count(List<Rule> rules, Judged target, Verdict verdict) {
        return rules.stream()
                .filter(rule -> target.finding(rule).verdict() == verdict)
                .count();
    }

    /** How many rules that everybody has to keep a target breaks. */
    static long requiredBroken(List<Rule> rules, Judged target) {
        var required =
                rules.stream().filter(rule -> rule.level() == Level.REQUIRED).toList();
        return count(required, target, Verdict.BROKEN);
    }

    /** What the levels mean, as a sentence. */
    static String levels() {
        return Stream.of(Level.values())
                .map(level -> level + ", " + level.meaning())
                .collect(Collectors.joining("; ", "Levels: ", "."));
    }

    /** Whether a rule is broken by any target. */
    public boolean hasBroken() {
        return judged.stream()
                .anyMatch(
                        target -> rules().anyMatch(rule -> target.finding(rule).verdict() == Verdict.BROKEN));
    }
}
