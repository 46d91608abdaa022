package io.github.fakecached.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.wire.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the tables of rules are read. */
class RuleBookTest {

    private static Rule rule(String row) {
        return RuleBook.parse(row).rules().get(0);
    }

    @Test
    void aRowIsARule() {
        var rule = rule("| T-SOME-01 | text, binary | 1.6.10+ | optional | Something holds. | seen |");

        assertThat(rule.id()).isEqualTo("T-SOME-01");
        assertThat(rule.dialects()).containsExactlyInAnyOrder(Dialect.TEXT, Dialect.BINARY);
        assertThat(rule.versions()).hasToString("1.6.10+");
        assertThat(rule.level()).isEqualTo(Level.OPTIONAL);
        assertThat(rule.sentence()).isEqualTo("Something holds.");
        assertThat(rule.source()).isEqualTo("seen");
    }

    @Test
    void otherLinesAreForPeople() {
        assertThat(RuleBook.parse("# Title\n\n| id | rule |\n| --- | --- |\nWords.\n")
                        .rules())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| T-SOME-01 | text | all | required | Something holds. |",
                "| T-SOME-01 | text | all | required | | seen |",
                "| T-SOME-01 | morse | all | required | Something holds. | seen |",
                "| T-SOME-01 | text | lately | required | Something holds. | seen |",
                "| T-SOME-01 | text | all | perhaps | Something holds. | seen |"
            })
    void aRowThatIsNoRuleIsRefused(String row) {
        assertThatThrownBy(() -> RuleBook.parse(row)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "all, 1.4.0, true",
        "1.6.10+, 1.6.9, false",
        "1.6.10+, 1.6.10, true",
        "to 1.6.39, 1.6.39, true",
        "to 1.6.39, 1.6.40, false",
        "1.6.10 to 1.6.39, 1.6.9, false",
        "1.6.10 to 1.6.39, 1.6.18, true",
        "1.6.10 to 1.6.39, 1.6.45, false"
    })
    void aRuleIsAboutCertainVersions(String versions, String version, boolean included) {
        assertThat(Versions.named(versions)).hasToString(versions);
        assertThat(Versions.named(versions).include(ServerVersion.of(version))).isEqualTo(included);
    }

    @Test
    void everyBookIsInTheWhole() {
        assertThat(RuleBook.all().rules())
                .containsAll(RuleBook.text().rules())
                .containsAll(RuleBook.meta().rules())
                .containsAll(RuleBook.binary().rules())
                .containsAll(RuleBook.administration().rules());
    }
}
