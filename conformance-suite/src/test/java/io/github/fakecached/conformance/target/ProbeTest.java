package io.github.fakecached.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.conformance.AnsweringServer;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawText;
import io.github.fakecached.conformance.wire.Sentinel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found out about servers by asking them. */
class ProbeTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private static AnsweringServer server(Map<String, String> answers, String otherwise) {
        return new AnsweringServer(line -> answers.getOrDefault(line, otherwise));
    }

    private static Target open(AnsweringServer server, String expected) throws TargetAbsent {
        return ProbedTarget.open(
                "it", server.address(), SHORT, Optional.ofNullable(expected).map(ServerVersion::of));
    }

    private static void assertAbsent(String reason, Map<String, String> answers, String otherwise) throws Exception {
        try (var server = server(answers, otherwise)) {
            assertThatThrownBy(() -> open(server, null))
                    .isInstanceOf(TargetAbsent.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aServerThatSaysNothingIsAbsent() throws Exception {
        assertAbsent("version is answered with nothing", Map.of(), "");
    }

    @Test
    void aServerThatHangsUpIsAbsent() throws Exception {
        assertAbsent("nothing and a closed connection", Map.of(), AnsweringServer.CLOSE);
    }

    @Test
    void aServerThatSpeaksSomethingElseIsAbsentWithWhatItSaid() throws Exception {
        assertAbsent("version is answered with HTTP/1.1 400\\r\\n", Map.of(), "HTTP/1.1 400\r\n");
    }

    @Test
    void aServerThatWantsASignInIsAbsent() throws Exception {
        assertAbsent("wants clients to sign in", Map.of(), "CLIENT_ERROR unauthenticated\r\n");
    }

    @Test
    void aServerThatCannotBeEmptiedIsAbsent() throws Exception {
        assertAbsent(
                "flush_all is answered with CLIENT_ERROR flush_all not allowed",
                Map.of("version", "VERSION 1.6.45\r\n"),
                "CLIENT_ERROR flush_all not allowed\r\n");
    }

    private static void assertAbsent(FakeMemcachedBuilder builder, String... reasons) {
        try (var fake = builder.start()) {
            assertThatThrownBy(() -> ProbedTarget.open("it", fake.address(), SHORT, Optional.empty()))
                    .isInstanceOf(TargetAbsent.class)
                    .hasMessageContainingAll(reasons);
        }
    }

    @Test
    void whatIsToBeDoneAboutASignInIsSaid() {
        assertAbsent(FakeMemcached.builder().textUser("user", "password"), "sign in", "-Y of memcached");
        assertAbsent(FakeMemcached.builder().saslUser("user", "password"), "sign in with SASL", "-S of memcached");
    }

    @Test
    void whatIsToBeDoneAboutAServerThatCannotBeEmptiedIsSaid() {
        assertAbsent(FakeMemcached.builder().flushEnabled(false), "flush_all not allowed", "without -F of memcached");
        assertAbsent(
                FakeMemcached.builder().bindingProtocol(BindingProtocol.BINARY).flushEnabled(false),
                "flush_all is answered with",
                "without -F of memcached");
    }

    @Test
    void aServerThatSpeaksBinaryOnlyIsAskedInIt() throws Exception {
        try (var fake =
                FakeMemcached.builder().bindingProtocol(BindingProtocol.BINARY).start()) {
            var target = ProbedTarget.open("it", fake.address(), SHORT, Optional.empty());
            assertThat(target.capabilities().dialects()).containsExactly(Dialect.BINARY);
            assertThat(target.capabilities().says()).isEqualTo("1.6.45");
            long now = fake.clock().now().getEpochSecond();
            assertThat(new ServerClock(target).now()).isBetween(now, now + 2);
        }
    }

    @Test
    void timeIsNotWaitedForWhenNobodyWouldWantTo() throws Exception {
        try (var fake = FakeMemcached.start()) {
            var target = ProbedTarget.open("it", fake.address(), SHORT, Optional.empty());
            assertThatThrownBy(() -> target.advance(Duration.ofSeconds(6)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("it cannot be moved by PT6S: its clock cannot be moved");
        }
    }

    @Test
    void aServerWithAVersionOfItsOwnIsJudgedByTheNewestReleaseOrTheOneThatIsNamed() throws Exception {
        try (var server = server(Map.of("version", "VERSION 0.9\r\n", "flush_all", "OK\r\n"), "CLIENT_ERROR\r\n")) {
            var capabilities = open(server, null).capabilities();
            assertThat(capabilities.says()).isEqualTo("0.9");
            assertThat(capabilities.version()).hasToString("1.6.45");
            assertThat(capabilities.dialects()).containsExactly(Dialect.TEXT);
            assertThat(open(server, "1.6.18").version()).hasToString("1.6.18");
        }
    }

    @Test
    void aServerThatSaysItIsMemcachedIsJudgedByItsOwnRelease() throws Exception {
        try (var server = server(
                Map.of("version", "VERSION 1.6.9\r\n", "flush_all", "OK\r\n", "mg no-such-item v", "EN\r\n"),
                "ERROR\r\n")) {
            var capabilities = open(server, "1.6.45").capabilities();
            assertThat(capabilities.version()).hasToString("1.6.9");
            assertThat(capabilities.dialects()).containsExactlyInAnyOrder(Dialect.TEXT, Dialect.META);
        }
    }

    @Test
    void settingsThatAreNotUsualAreRemarked() throws Exception {
        var settings = "STAT item_size_max 2097152\r\nSTAT cas_enabled no\r\nEND\r\n";
        try (var server = server(
                Map.of("version", "VERSION 1.6.45\r\n", "flush_all", "OK\r\n", "stats settings", settings),
                "ERROR\r\n")) {
            assertThat(open(server, null).capabilities().remarks())
                    .containsExactly("cas is off", "items of 2097152 bytes");
        }
    }

    @Test
    void theFakeSpeaksEverything() throws Exception {
        try (var fake = TargetNames.named("fake").open()) {
            var probe = new Probe(fake.address(), Duration.ofSeconds(10));
            var capabilities = probe.capabilities(Optional.empty(), TimeTravel.WAIT);
            assertThat(capabilities.dialects()).containsExactlyInAnyOrder(Dialect.values());
            assertThat(capabilities.remarks()).isEmpty();
            assertThat(probe.sentinel()).isEqualTo(Sentinel.TOGETHER);
        }
    }

    /** Random keys are made small, down to a byte of 1. */
    @Test
    void theOtherSentinelGoesWithEveryKeyThatIsShort() throws Exception {
        try (var fake = TargetNames.named("fake").open();
                var connection = RawText.connect(fake.address(), SHORT, Sentinel.APART)) {
            for (char key = 1; key < 128; key++) {
                if (key != ' ' && key != '\r' && key != '\n') {
                    assertThat(connection.ask("set " + key + " 0 0 1\r\nv\r\n").text())
                            .isEqualTo("STORED\r\n");
                }
            }
        }
    }

    @Test
    void anotherSentinelIsUsedWhereAnUnknownCommandIsAnsweredInOtherWords() throws Exception {
        try (var server = server(
                Map.of(
                        "version",
                        "VERSION 0.9\r\n",
                        "flush_all",
                        "OK\r\n",
                        "get no-rule-has-this-key",
                        "END\r\n",
                        "incr n 1",
                        "7\r\n"),
                "WHAT?\r\n")) {
            assertThat(new Probe(server.address(), SHORT).sentinel()).isEqualTo(Sentinel.APART);
            try (var connection = open(server, null).connect()) {
                assertThat(connection.ask("incr n 1\r\n").text()).isEqualTo("7\r\n");
                assertThat(connection.ask("nonsense\r\n").text()).isEqualTo("WHAT?\r\n");
                assertThat(connection.ask("version\r\n").text()).isEqualTo("VERSION 0.9\r\n");
            }
        }
    }
}
