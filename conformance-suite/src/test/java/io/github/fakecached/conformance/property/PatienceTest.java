package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.fakecached.conformance.AnsweringServer;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.TargetNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A run ends, whatever the server does, and says what was not tried. */
class PatienceTest {

    private static List<RuleResult> judge(UnaryOperator<String> answers, Selection selection, Duration limit)
            throws Exception {
        try (var server = new AnsweringServer(answers);
                var target = TargetNames.named(
                                "127.0.0.1:" + server.address().getPort(), Duration.ofMillis(200), Optional.empty())
                        .open()) {
            return ConformanceRunner.run(target, selection, Seed.of("1"), limit, result -> {});
        }
    }

    /** Answers what is needed to begin, and nothing else. */
    private static String silent(String line) {
        return switch (line) {
            case "version" -> "VERSION 1.6.45\r\n";
            case "flush_all" -> "OK\r\n";
            case "done" -> "ERROR\r\n";
            case "get \u0001" -> "END\r\n";
            default -> "";
        };
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpFamilyByFamily() {
        var results = assertTimeoutPreemptively(
                Duration.ofMinutes(3),
                () -> judge(PatienceTest::silentAfterProbe, Selection.of(Book.TEXT), Duration.ofMinutes(5)));
        assertThat(results)
                .filteredOn(result -> result.status() == Status.HOLDS)
                .isEmpty();
        assertThat(results)
                .filteredOn(result -> result.message().startsWith("given up: "))
                .hasSizeGreaterThan(10)
                .allSatisfy(result -> assertThat(result.status()).isEqualTo(Status.SKIPPED));
    }

    /** What is asked together with the sentinel never gets an answer, since the sentinel gets none. */
    private static String silentAfterProbe(String line) {
        return line.equals("get \u0001") || line.equals("done") ? "" : silent(line);
    }

    @Test
    void whatTheTimeDoesNotAllowIsSkipped() throws Exception {
        assertThat(judge(PatienceTest::silent, Selection.of(Book.TEXT), Duration.ZERO))
                .isNotEmpty()
                .extracting(RuleResult::status)
                .containsOnly(Status.SKIPPED, Status.NOT_APPLICABLE, Status.NOT_OFFERED);
    }

    @Test
    void aDialectThatIsNotSpokenIsNotTried() throws Exception {
        var results = judge(
                PatienceTest::silent, Selection.of(Set.of(Book.META, Book.BINARY), Set.of()), Duration.ofMinutes(5));
        assertThat(results)
                .extracting(RuleResult::status)
                .isNotEmpty()
                .containsOnly(Status.NOT_OFFERED, Status.NOT_APPLICABLE);
        assertThat(results).extracting(RuleResult::message).contains("the server does not speak meta");
    }
}
