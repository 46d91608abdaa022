package io.github.fakecached.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.lockstep.Lockstep;
import io.github.fakecached.conformance.property.Selection;
import io.github.fakecached.conformance.report.MarkdownReport;
import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.TargetNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The published page has a row for every rule, and no broken one in a column of the fake; it is written anew on demand. */
class ConformancePageTest {

    private static final Path PAGE = Path.of("../docs/CONFORMANCE.md");
    private static final String BEGIN = "<!-- written by ConformancePageTest: begin -->\n";
    private static final String END = "<!-- written by ConformancePageTest: end -->\n";
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]-[A-Z]+-\\d+) \\|.*");
    private static final List<String> TARGETS = List.of(
            "fake:1.6.18",
            "fake:1.6.45",
            "container:1.6.9",
            "container:1.6.18",
            "container:1.6.38",
            "container:1.6.45");

    private static Stream<String> rows() throws IOException {
        var page = Files.readString(PAGE);
        return page.substring(page.indexOf(BEGIN), page.indexOf(END))
                .lines()
                .filter(line -> ROW.matcher(line).matches());
    }

    private static String cell(String row, int number) {
        return row.split("(?<!\\\\)\\|")[number].strip();
    }

    @Test
    void everyRuleHasARow() throws IOException {
        assertThat(rows().map(row -> cell(row, 1)))
                .as("of docs/CONFORMANCE.md; -Dupdate.docs=true writes it anew, as CONTRIBUTING.md tells")
                .containsExactlyElementsOf(
                        RuleBook.all().rules().stream().map(Rule::id).toList());
    }

    @Test
    void theFakeBreaksNone() throws IOException {
        assertThat(rows())
                .allSatisfy(
                        row -> assertThat(List.of(cell(row, 5), cell(row, 6))).isSubsetOf("✓", "·"));
    }

    @Test
    @EnabledIfSystemProperty(named = "update.docs", matches = "true")
    void thePageIsWrittenAnew() throws IOException {
        var page = Files.readString(PAGE);
        var sources = TARGETS.stream()
                .map(name ->
                        TargetNames.named(name, Duration.ofSeconds(10), Optional.empty(), Lockstep.serverOptions()))
                .toList();
        var report = new Run(Selection.all(), Seed.of("20110101"), "20110101", Duration.ofHours(1), Progress.silent())
                .over(sources);
        assertThat(report.absent()).isEmpty();
        Files.writeString(
                PAGE,
                page.substring(0, page.indexOf(BEGIN)) + BEGIN + "\n" + MarkdownReport.tables(report) + "\n"
                        + page.substring(page.indexOf(END)));
    }
}
