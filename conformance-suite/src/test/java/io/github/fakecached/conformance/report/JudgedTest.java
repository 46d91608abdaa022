package io.github.fakecached.conformance.report;

import static io.github.fakecached.conformance.report.Reports.FIRST;
import static io.github.fakecached.conformance.report.Reports.LATER;
import static io.github.fakecached.conformance.report.Reports.SECOND;
import static io.github.fakecached.conformance.report.Reports.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.RuleResult.Status;
import org.junit.jupiter.api.Test;

/** What several properties of a rule make of it. */
class JudgedTest {

    @Test
    void aRuleIsBrokenIfOneOfItsPropertiesFails() {
        var judged = Reports.judged(
                "1.6.45",
                result(FIRST, Status.HOLDS, ""),
                result(FIRST, Status.BROKEN, "why"),
                result(FIRST, Status.SKIPPED, "slow"));
        assertThat(judged.finding(FIRST).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(judged.finding(FIRST).from())
                .singleElement()
                .satisfies(broken -> assertThat(broken.message()).isEqualTo("why"));
    }

    @Test
    void aRuleIsKeptIfOneOfItsPropertiesHoldsAndAnotherCannotBeTried() {
        var judged = Reports.judged("1.6.45", result(FIRST, Status.SKIPPED, "slow"), result(FIRST, Status.HOLDS, ""));
        assertThat(judged.finding(FIRST).verdict()).isEqualTo(Verdict.KEPT);
    }

    @Test
    void aRuleWithoutAPropertyIsUntested() {
        var judged = Reports.judged("1.6.45", result(FIRST, Status.HOLDS, ""));
        assertThat(judged.finding(SECOND).verdict()).isEqualTo(Verdict.UNTESTED);
    }

    @Test
    void aRuleOfOtherReleasesIsNotApplicableWhateverItsPropertySays() {
        var judged = Reports.judged("1.6.9", result(LATER, Status.BROKEN, "why"));
        assertThat(judged.finding(LATER).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aDialectThatIsNotSpokenIsNotOffered() {
        var judged = Reports.judged("1.6.45", result(LATER, Status.NOT_OFFERED, "no meta"));
        assertThat(judged.finding(LATER).verdict()).isEqualTo(Verdict.NOT_OFFERED);
    }
}
