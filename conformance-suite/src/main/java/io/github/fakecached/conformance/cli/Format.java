package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.report.HtmlReport;
import io.github.fakecached.conformance.report.JunitReport;
import io.github.fakecached.conformance.report.MarkdownReport;
import io.github.fakecached.conformance.report.Report;
import java.util.Locale;

/** The forms in which a report is written, and the names of their files. */
enum Format {
    /** For reading in a repository. */
    MARKDOWN("conformance.md") {
        @Override
        String write(Report report) {
            return MarkdownReport.page(report);
        }
    },
    /** For a browser, or paper. */
    HTML("conformance.html") {
        @Override
        String write(Report report) {
            return HtmlReport.page(report);
        }
    },
    /** For a build server. */
    JUNIT("TEST-conformance.xml") {
        @Override
        String write(Report report) {
            return JunitReport.file(report);
        }
    };

    private final String fileName;

    Format(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    abstract String write(Report report);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
