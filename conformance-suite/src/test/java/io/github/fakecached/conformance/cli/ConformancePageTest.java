package io.github.fakecached.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published page has a row for every rule, and no broken one in a column of the fake. */
class ConformancePageTest {

    @Test
    void everyRuleHasARow() throws IOException {
        assertThat(ConformancePage.rows().map(row -> ConformancePage.cell(row, 1)))
                .as("of docs/CONFORMANCE.md; ConformancePageUpdate writes it anew, as CONTRIBUTING.md tells")
                .containsExactlyElementsOf(
                        RuleBook.all().rules().stream().map(Rule::id).toList());
    }

    @Test
    void theFakeBreaksNone() throws IOException {
        assertThat(ConformancePage.rows())
                .allSatisfy(row -> assertThat(List.of(ConformancePage.cell(row, 5), ConformancePage.cell(row, 6)))
                        .isSubsetOf("✓", "·"));
    }
}
