package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Level;
import io.github.fakecached.conformance.rule.Rule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report in Markdown. Decides nothing: it only lays out. */
public final class MarkdownReport {

    private static final Pattern TICKS = Pattern.compile("`+");

    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    /** The whole page: summary, matrix, and what was broken with its transcripts. */
    public static String page(Report report) {
        var page = new MarkdownReport(report);
        page.out.append("# ").append(text(report.title())).append("\n\n");
        page.summary();
        page.matrix();
        page.broken();
        page.untried();
        return page.out.toString();
    }

    /** Summary and matrix only, to be put into a page that has a title. */
    public static String tables(Report report) {
        var page = new MarkdownReport(report);
        page.summary();
        page.matrix();
        return page.out.toString();
    }

    private void summary() {
        line(report.judgedOn());
        line("");
        line("| target | about it | "
                + report.sections().stream().map(Section::title).collect(Collectors.joining(" | ")) + " |");
        line("| --- | --- |" + " --- |".repeat(report.sections().size()));
        for (var target : report.judged()) {
            line("| " + text(target.name()) + " | " + text(String.join("; ", target.about())) + " | "
                    + report.sections().stream()
                            .map(section -> counts(section.rules(), target))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        report.absent()
                .forEach(absent -> line("\n" + text(absent.name()) + " was not judged: " + text(absent.reason())));
        line("");
    }

    /** All verdicts that were given, such as {@code 2 broken (1 required), 100 kept}. */
    public static String counts(List<Rule> rules, Judged target) {
        return Stream.of(Verdict.values())
                .filter(verdict -> Report.count(rules, target, verdict) > 0)
                .map(verdict -> Report.count(rules, target, verdict) + " " + verdict
                        + (verdict == Verdict.BROKEN ? " (" + Report.requiredBroken(rules, target) + " required)" : ""))
                .collect(Collectors.joining(", "));
    }

    private void matrix() {
        line(Stream.of(Verdict.values())
                .map(verdict -> verdict.sign() + " " + verdict)
                .collect(Collectors.joining(", ", "Signs: ", ".")));
        line(Report.levels());
        for (var section : report.sections()) {
            line("\n### The rules of " + section.title() + "\n");
            line("| rule | | level | versions | "
                    + report.judged().stream()
                            .map(target -> text(target.name()))
                            .collect(Collectors.joining(" | "))
                    + " |");
            line("| --- | --- | --- | --- |" + " :-: |".repeat(report.judged().size()));
            section.rules().forEach(this::row);
        }
    }

    private void row(Rule rule) {
        line("| " + rule.id() + " | " + text(rule.sentence()) + " | " + rule.level() + " | " + rule.versions() + " | "
                + report.judged().stream()
                        .map(target -> target.finding(rule).verdict().sign())
                        .collect(Collectors.joining(" | "))
                + " |");
    }

    private void broken() {
        for (var level : Level.values()) {
            if (report.judged().stream()
                    .anyMatch(target -> report.broken(target, level).findAny().isPresent())) {
                line("\n## What was broken: " + level);
                report.judged().forEach(target -> report.broken(target, level).forEach(rule -> broken(rule, target)));
            }
        }
    }

    private void broken(Rule rule, Judged target) {
        line("\n### " + rule.id() + " on " + text(target.name()) + "\n\n" + text(rule.sentence()) + "\n");
        block(Excerpt.of(target.finding(rule).from()));
    }

    private void untried() {
        var reasons = Reason.all(report);
        if (!reasons.isEmpty()) {
            line("\n## What was not tried\n");
            reasons.forEach(reason -> line("- " + text(reason.heading(report)) + reason.verdict() + ", "
                    + text(Excerpt.of(reason.words())) + " (" + reason.ids(", ") + ")"));
        }
    }

    /** A block whose fence is longer than any row of ticks in it. */
    private void block(String content) {
        int longest = TICKS.matcher(content)
                .results()
                .mapToInt(ticks -> ticks.group().length())
                .max()
                .orElse(0);
        var fence = "`".repeat(Math.max(3, longest + 1));
        line(fence + "text\n" + content + "\n" + fence);
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    /** What is shown as it stands, in a table too. */
    private static String text(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("[", "\\[");
    }
}
