package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.conformance.AnsweringServer;
import io.github.fakecached.conformance.LyingProxy;
import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Capabilities;
import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetNames;
import io.github.fakecached.conformance.target.TimeTravel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
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
            case "get no-rule-has-this-key" -> "END\r\n";
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
        return line.equals("get no-rule-has-this-key") || line.equals("done") ? "" : silent(line);
    }

    @Test
    void whatTheTimeDoesNotAllowIsSkipped() throws Exception {
        assertThat(judge(PatienceTest::silent, Selection.of(Book.TEXT), Duration.ZERO))
                .isNotEmpty()
                .extracting(RuleResult::status)
                .containsOnly(Status.SKIPPED, Status.NOT_APPLICABLE, Status.NOT_OFFERED);
    }

    /** Connections to it wait for ten seconds, and the run is over after one. */
    @Test
    void aTryThatIsUnderWayIsCutOffWhenTheRunIsOver() {
        var results = assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            try (var server = new AnsweringServer(PatienceTest::silentAfterProbe)) {
                return ConformanceRunner.run(
                        new SlowTarget(server.address()),
                        Selection.of(Set.of(), Set.of("T-STORE-01")),
                        Seed.of("1"),
                        Duration.ofSeconds(1),
                        result -> {});
            }
        });
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.SKIPPED);
            assertThat(result.message()).isEqualTo("the time of the run, 1 s, was over");
        });
    }

    /** A server that may take as long for a reply as the wire client allows. */
    private record SlowTarget(InetSocketAddress address) implements Target {

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(ServerVersion.of("1.6.45"), TimeTravel.WAIT);
        }

        @Override
        public void advance(Duration time) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** Fails with large cases only, of which there are so many smaller ones that nobody can look at all. */
    @RunsOnTarget
    static class LargeCaseProperties {

        @Property(edgeCases = EdgeCasesMode.NONE)
        @Checks("T-STORE-01")
        void listsAreShort(@ForAll @Size(min = 400, max = 500) List<@StringLength(min = 50, max = 60) String> list) {
            if (list.get(0).hashCode() % 7 == 0) {
                throw new AssertionError("it is this one");
            }
        }
    }

    @Test
    void theSearchForASmallerCaseEnds() {
        var results = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (var fake = TargetNames.named("fake").open()) {
                return ConformanceRunner.run(fake, List.of(LargeCaseProperties.class));
            }
        });
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.BROKEN);
            assertThat(result.message()).startsWith("it is this one").contains("sample: [");
        });
    }

    @Test
    void aPropertyThatDoesNotWantItsCasesMadeSmallerIsListenedTo() throws Exception {
        UnmadeProperties.tries = 0;
        try (var fake = TargetNames.named("fake").open()) {
            ConformanceRunner.run(fake, List.of(UnmadeProperties.class));
        }
        assertThat(UnmadeProperties.tries).isEqualTo(1);
    }

    /** Whether a server lacks TLS is asked on a connection, which would not be made after the deadline of the rule before. */
    @Test
    void whatARuleWaitedForIsNotTakenFromTheTimeOfTheNext() throws Exception {
        var patience = new Patience(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofMillis(100));
        UnaryOperator<String> withoutTls = reply -> reply.replace("Error TLS not enabled", "ERROR");
        try (var liar = new LyingProxy(TargetNames.named("fake").open(), withoutTls)) {
            assertThat(ConformanceRunner.run(
                            liar, List.of(NeverAnsweredProperties.class, TlsProperties.class), patience))
                    .extracting(RuleResult::status)
                    .startsWith(Status.BROKEN, Status.NOT_OFFERED)
                    .containsOnlyOnce(Status.BROKEN)
                    .doesNotContain(Status.SKIPPED);
        }
    }

    /** Waits until it is cut off. */
    @RunsOnTarget
    static class NeverAnsweredProperties {

        @Example
        @Checks("T-STORE-01")
        void isWaitedFor(TextClient client) {
            client.connection().ask("get k\r\n", reply -> false);
        }
    }

    /** The server waits for data on the connection of the first rule, and takes what the second one says for them. */
    @Test
    void aRuleIsNotBlamedForAConnectionThatAnEarlierOneLeftUnusable() throws Exception {
        try (var fake = FakeMemcached.start();
                var target = TargetNames.named(
                                "127.0.0.1:" + fake.address().getPort(), Duration.ofMillis(200), Optional.empty())
                        .open()) {
            assertThat(ConformanceRunner.run(target, List.of(HalfSentProperties.class, StoringProperties.class)))
                    .extracting(RuleResult::status, RuleResult::message)
                    .containsExactly(tuple(Status.HOLDS, ""), tuple(Status.HOLDS, ""));
        }
    }

    /** The server stops answering in between, and the first rule does not look. */
    @Test
    void aRuleIsNotBlamedForAServerThatBrokeDownBefore() throws Exception {
        var mute = new AtomicBoolean();
        UnaryOperator<String> answers = line -> {
            mute.compareAndSet(false, line.equals("be mute"));
            return mute.get() ? "" : silent(line);
        };
        try (var server = new AnsweringServer(answers);
                var target = TargetNames.named(
                                "127.0.0.1:" + server.address().getPort(), Duration.ofMillis(200), Optional.empty())
                        .open()) {
            assertThat(ConformanceRunner.run(target, List.of(MutingProperties.class, StoringProperties.class)))
                    .extracting(RuleResult::status, RuleResult::message)
                    .containsExactly(tuple(Status.HOLDS, ""), tuple(Status.SKIPPED, NotEmptied.REASON));
        }
    }

    /** Makes the server of this test mute. */
    @RunsOnTarget
    static class MutingProperties {

        @Example
        @Checks("T-STORE-01")
        void isMuted(TextClient client) {
            client.connection().send("be mute\r\n");
        }
    }

    /** Sends half of a command. */
    @RunsOnTarget
    static class HalfSentProperties {

        @Example
        @Checks("T-STORE-01")
        void isLeftAlone(TextClient client) {
            client.connection().send("set k 0 0 1000\r\n");
        }
    }

    /** Sends a command. */
    @RunsOnTarget
    static class StoringProperties {

        @Example
        @Checks("T-STORE-02")
        void isStored(TextClient client) {
            client.store("k", "v");
        }
    }

    /** Counts how often it is tried. */
    @RunsOnTarget
    static class UnmadeProperties {

        private static int tries;

        @Property(shrinking = ShrinkingMode.OFF)
        @Checks("T-STORE-01")
        void neverHolds(@ForAll @IntRange(min = 1000) int number) {
            tries++;
            throw new AssertionError("tried with " + number);
        }
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
