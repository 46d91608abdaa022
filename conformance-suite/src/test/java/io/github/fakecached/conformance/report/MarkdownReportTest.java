package io.github.fakecached.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page in Markdown. */
class MarkdownReportTest {

    private final String page = MarkdownReport.page(Reports.hostile());

    @Test
    void everyRuleHasARowWithItsVerdicts() {
        assertThat(page.lines())
                .anyMatch(line -> line.startsWith("| T-STORE-01 |") && line.endsWith("| required | all | ✓ | ✓ |"))
                .anyMatch(line -> line.startsWith("| T-STORE-02 |") && line.endsWith("| ✗ | ✓ |"))
                .anyMatch(line -> line.startsWith("| T-STORE-03 |") && line.endsWith("| ? | ? |"))
                .anyMatch(line -> line.startsWith("| M-GET-01 |") && line.endsWith("| – | · |"));
    }

    @Test
    void verdictsAreCountedForEachTargetAndSection() {
        assertThat(page)
                .contains(
                        "| 1 broken (1 required), 1 kept, 1 untested | 1 skipped |",
                        "| 2 kept, 1 untested | 1 not applicable |");
    }

    @Test
    void theTranscriptOfWhatIsBrokenIsShownAsItIs() {
        assertThat(page)
                .contains("### T-STORE-02 on server 1.6.45")
                .contains("\n`````text\nSomeProperties.some\nexpected\n");
    }

    @Test
    void whatServersSayIsNeitherMarkupNorATable() {
        assertThat(page).contains("nobody:1 was not judged: &lt;script>");
        assertThat(page.lines().filter(line -> line.startsWith("| server 1.6.9")))
                .singleElement()
                .satisfies(row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(5));
    }

    @Test
    void anEmptySectionIsLeftOut() {
        assertThat(page).doesNotContain("binary");
    }

    @Test
    void aLongMessageIsCut() {
        var result = Reports.result(
                Reports.FIRST,
                io.github.fakecached.conformance.rule.RuleResult.Status.BROKEN,
                "v".repeat(1_000_000) + "\n".repeat(500) + "x");
        assertThat(Excerpt.of(java.util.List.of(result)))
                .hasSizeLessThan(1_000)
                .contains("(999600 more characters)", "(441 more lines)")
                .endsWith("x");
    }
}
