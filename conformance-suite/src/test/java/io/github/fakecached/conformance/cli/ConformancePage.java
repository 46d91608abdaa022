package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.report.MarkdownReport;
import io.github.fakecached.conformance.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of docs/CONFORMANCE.md, between two marks; what is around them is written by hand, and left as it is. */
final class ConformancePage {

    private static final Path PAGE = Path.of("../docs/CONFORMANCE.md");
    private static final String BEGIN = "<!-- written by ConformancePageUpdate: begin -->\n";
    private static final String END = "<!-- written by ConformancePageUpdate: end -->\n";
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]-[A-Z]+-\\d+) \\|.*");

    private ConformancePage() {}

    /** The rows of the rules. */
    static Stream<String> rows() throws IOException {
        var page = Files.readString(PAGE);
        return page.substring(page.indexOf(BEGIN), page.indexOf(END))
                .lines()
                .filter(line -> ROW.matcher(line).matches());
    }

    /** What stands in a column, the first of which has the number 1. */
    static String cell(String row, int number) {
        return row.split("(?<!\\\\)\\|")[number].strip();
    }

    static void write(Report report) throws IOException {
        var page = Files.readString(PAGE);
        Files.writeString(
                PAGE,
                page.substring(0, page.indexOf(BEGIN)) + BEGIN + "\n" + MarkdownReport.tables(report) + "\n"
                        + page.substring(page.indexOf(END)));
    }
}
