package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.target.ServerVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports for tests: one kept rule, and one broken on a server that says things no page may take at their word. */
final class Reports {

    static final String HOSTILE = "<script>document.title='owned'</script> | `x` ```` & \"q\" ' \u0000\u001b[31m ]]>";
    static final Rule FIRST = RuleBook.text().rule("T-STORE-01");
    static final Rule SECOND = RuleBook.text().rule("T-STORE-02");
    static final Rule THIRD = RuleBook.text().rule("T-STORE-03");
    static final Rule LATER = RuleBook.meta().rule("M-GET-01");

    private Reports() {}

    static RuleResult result(Rule rule, Status status, String message) {
        return new RuleResult(List.of(rule.id()), "SomeProperties.some", status, message);
    }

    static Judged judged(String version, RuleResult... results) {
        return new Judged(
                "server " + version, List.of(HOSTILE), Optional.of(ServerVersion.of(version)), List.of(results));
    }

    static Report hostile() {
        return new Report(
                "Servers",
                LocalDate.of(2030, 12, 31),
                Optional.of("4711"),
                List.of(
                        new Section("text", List.of(FIRST, SECOND, THIRD)),
                        new Section("binary", List.of()),
                        new Section("meta", List.of(LATER))),
                List.of(
                        judged(
                                "1.6.45",
                                result(FIRST, Status.HOLDS, ""),
                                result(SECOND, Status.BROKEN, "expected\n" + HOSTILE),
                                result(LATER, Status.SKIPPED, HOSTILE)),
                        judged("1.6.9", result(FIRST, Status.HOLDS, ""), result(SECOND, Status.HOLDS, ""))),
                List.of(new Absent("nobody:1", HOSTILE)));
    }
}
