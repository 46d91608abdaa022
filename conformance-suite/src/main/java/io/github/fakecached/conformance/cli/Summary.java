package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.report.MarkdownReport;
import io.github.fakecached.conformance.report.Report;
import io.github.fakecached.conformance.rule.Level;
import java.io.PrintWriter;

/** What is printed at the end of a run: counts for each target, and the rules that it broke. */
final class Summary {

    private Summary() {}

    static void print(Report report, PrintWriter out) {
        for (var target : report.judged()) {
            out.println(target.name() + " (" + String.join(", ", target.about()) + ")");
            for (var section : report.sections()) {
                out.printf("  %-15s %s%n", section.title(), MarkdownReport.counts(section.rules(), target));
            }
            for (var level : Level.values()) {
                report.broken(target, level).forEach(rule -> out.println("  broken, " + level + ": " + rule));
            }
        }
        report.absent().forEach(absent -> out.println(absent.name() + " was not judged: " + absent.reason()));
    }
}
