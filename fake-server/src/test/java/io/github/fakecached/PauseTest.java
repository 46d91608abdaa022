package io.github.fakecached;

import static io.github.fakecached.OutageEffects.settle;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see of a fake that is paused as by SIGSTOP. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PauseTest {

    private static final String SET = "set a 0 0 1\r\n1\r\n";
    private static final String STORED = "STORED\r\n";
    private static final byte[] BINARY_NOOP = BinaryConversation.request(0x0a, new byte[0], new byte[0], new byte[0]);

    @Test
    void aPausedFakeAcceptsAndAnswersNothingUntilItGoesOn() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation text = new TextConversation(memcached.address());
                BinaryConversation binary = new BinaryConversation(memcached.address())) {
            text.say("version\r\n");
            binary.ask(BINARY_NOOP);

            memcached.pause();
            memcached.pause();
            text.send(SET);
            binary.send(BINARY_NOOP);
            try (TextConversation later = new TextConversation(memcached.address())) {
                later.send("get a\r\n");
                settle(memcached);

                assertThat(memcached.isPaused()).isTrue();
                assertThat(memcached.toString()).endsWith("(paused)");
                assertThat(text.hasReply()).isFalse();
                assertThat(binary.hasReply()).isFalse();
                assertThat(later.hasReply()).isFalse();
                assertThat(memcached.contents().isEmpty()).isTrue();
                assertThat(memcached.stats()).containsEntry("total_connections", "3");

                memcached.resume();
                memcached.resume();

                assertThat(text.readLine()).isEqualTo("STORED\r");
                assertThat(binary.ask(new byte[0])).startsWith(0x81, 0x0a);
                assertThat(later.readLine()).isIn("VALUE a 0 1\r", "END\r");
                assertThat(text.say("get a\r\n")).contains("VALUE a");
            }
            assertThat(memcached.isPaused()).isFalse();
        }
    }

    @Test
    void whatCameBeforeAPauseIsAnswered() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.send(SET);

            memcached.pause();

            assertThat(client.readLine()).isEqualTo("STORED\r");
        }
    }

    @Test
    void aPausedFakeClosesNoIdleConnections() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .idleTimeout(Duration.ofSeconds(10))
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.clock().pause();
            client.say(SET);

            memcached.pause();
            memcached.clock().advance(Duration.ofSeconds(11));
            memcached.clock().advance(Duration.ofSeconds(11));
            settle(memcached);
            assertThat(memcached.stats()).containsEntry("curr_connections", "1");

            memcached.resume();
            assertThat(client.finish()).isEmpty();
            assertThat(memcached.stats()).containsEntry("idle_kicks", "1");
        }
    }

    @Test
    void aPauseInAReplyThatFillsTheSocketLosesNothing() throws IOException {
        int size = 1_000_000;
        int times = 40;
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say("set a 0 0 " + size + "\r\n" + "v".repeat(size) + "\r\n");
            client.send("get a\r\n".repeat(times));

            memcached.pause();
            String hits = memcached.stats().get("get_hits");
            long left = times * ("VALUE a 0 1000000\r\n".length() + size + "\r\nEND\r\n".length());
            for (long came = client.skipAvailable(); came > 0; came = client.skipAvailable()) {
                left -= came;
                settle(memcached);
            }
            assertThat(left).isPositive();
            assertThat(memcached.stats()).containsEntry("get_hits", hits);

            memcached.resume();
            assertThat(client.skip(left)).isTrue();
            assertThat(client.say("mn\r\n")).isEqualTo("MN\r\n");
        }
    }

    @Test
    void linesOfTheLogWaitForAPauseToEnd() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation watcher = new TextConversation(memcached.address())) {
            watcher.send("watch mutations\r\n");
            assertThat(watcher.readLine()).isEqualTo("OK\r");

            memcached.pause();
            memcached.contents().put("a", "1");
            settle(memcached);
            assertThat(watcher.hasReply()).isFalse();

            memcached.resume();
            assertThat(watcher.readLine()).contains("key=a");
        }
    }

    @Test
    void aTlsHandshakeWaitsForAPauseToEnd() throws Exception {
        try (FakeMemcached memcached =
                FakeMemcached.builder().tls(Tls.withTestCertificates()).start()) {
            memcached.pause();
            try (TlsConversation client = new TlsConversation(memcached.address(), TestCertificates.clientContext())) {
                Thread resuming = new Thread(memcached::resume);
                resuming.start();
                assertThat(client.say(SET)).isEqualTo(STORED);
                resuming.join(5_000);
            }
        }
    }
}
