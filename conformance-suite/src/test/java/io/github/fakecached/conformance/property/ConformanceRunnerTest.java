package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.conformance.LyingProxy;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TargetNames;
import io.github.fakecached.conformance.target.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A server that breaks a rule is found out, and other rules are not blamed. */
class ConformanceRunnerTest {

    private static List<RuleResult> broken(UnaryOperator<String> lie) throws TargetAbsent {
        try (var liar = new LyingProxy(Targets.configured().fakes().get(1).open(), lie)) {
            return ConformanceRunner.run(liar, List.of(DeleteProperties.class, ArithmeticProperties.class)).stream()
                    .filter(result -> result.status() == Status.BROKEN)
                    .toList();
        }
    }

    @Test
    void anHonestServerBreaksNone() throws Exception {
        assertThat(broken(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void theBrokenRuleIsNamedWithTheSmallestCase() throws Exception {
        assertThat(broken(reply -> reply.replace("non-numeric", "strange")))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.rules()).containsExactly("T-INCR-05");
                    assertThat(result.message())
                            .contains("expected CLIENT_ERROR cannot increment or decrement non-numeric value")
                            .contains("< CLIENT_ERROR cannot increment or decrement strange value\\r\\n");
                });
    }

    @Test
    void aCaseIsMadeSmall() throws Exception {
        assertThat(broken(reply -> reply.replaceAll("18446744073709551615", "0")))
                .filteredOn(result -> result.rules().contains("T-INCR-01"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("again: -Dconformance.seed="));
    }

    @Test
    void aRuleAboutOtherReleasesIsNotTried() throws Exception {
        try (var target = Targets.configured().fakes().get(1).open()) {
            assertThat(ConformanceRunner.run(target, List.of(LineFormProperties.class)))
                    .filteredOn(result -> result.status() != Status.HOLDS)
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.rules()).containsExactly("T-LINE-06");
                        assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
                        assertThat(result.message()).isEqualTo("about other releases than 1.6.45");
                    });
        }
    }

    @Test
    void aServerThatSpeaksBinaryOnlyIsHeldToWhatCanBeSeenInIt() throws Exception {
        try (var fake =
                FakeMemcached.builder().bindingProtocol(BindingProtocol.BINARY).start()) {
            var address = "127.0.0.1:" + fake.address().getPort();
            try (var target = TargetNames.named(address).open()) {
                assertThat(ConformanceRunner.run(
                                target,
                                List.of(
                                        BinaryHeadProperties.class,
                                        BinaryFlushProperties.class,
                                        DeleteProperties.class)))
                        .extracting(
                                RuleResult::status, result -> result.property().replaceAll("Properties.*", ""))
                        .contains(tuple(Status.HOLDS, "BinaryHead"), tuple(Status.SKIPPED, "BinaryFlush"))
                        .contains(tuple(Status.NOT_OFFERED, "Delete"))
                        .doesNotContain(
                                tuple(Status.BROKEN, "BinaryHead"),
                                tuple(Status.BROKEN, "BinaryFlush"),
                                tuple(Status.SKIPPED, "Delete"));
            }
        }
    }

    @Test
    void rulesAboutOptionsAreSkippedWhereNoServerIsStarted() throws Exception {
        try (var fake = Targets.configured().fakes().get(1).open()) {
            var address = "127.0.0.1:" + fake.address().getPort();
            var settings = Map.of("conformance.address", address);
            var sources = new Targets(name -> Optional.ofNullable(settings.get(name))).real();
            try (var target = sources.get(sources.size() - 1).open()) {
                assertThat(ConformanceRunner.run(target, List.of(FlushOptionProperties.class)))
                        .singleElement()
                        .satisfies(result -> {
                            assertThat(result.status()).isEqualTo(Status.SKIPPED);
                            assertThat(result.message())
                                    .isEqualTo(address
                                            + " would have to be started anew with -F, and it was not started here");
                        });
            }
        }
    }

    @Test
    void rulesAboutTlsAreNotOfferedByAServerThatWasBuiltWithout() throws Exception {
        UnaryOperator<String> withoutTls = reply -> reply.replace("Error TLS not enabled", "ERROR");
        try (var liar = new LyingProxy(Targets.configured().fakes().get(1).open(), withoutTls)) {
            assertThat(ConformanceRunner.run(liar, List.of(TlsProperties.class)))
                    .isNotEmpty()
                    .allSatisfy(result -> {
                        assertThat(result.status()).isEqualTo(Status.NOT_OFFERED);
                        assertThat(result.message())
                                .isEqualTo("the server was built without TLS: refresh_certs is ERROR");
                    });
        }
    }
}
