package io.github.fakecached;

import static io.github.fakecached.OutageEffects.assertReset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see of a fake that is killed, and what it has when it is started again. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillTest {

    private static final String SET = "set a 0 0 1\r\n1\r\n";
    private static final String STORED = "STORED\r\n";
    private static final byte[] BINARY_NOOP = BinaryConversation.request(0x0a, new byte[0], new byte[0], new byte[0]);

    @Test
    void killResetsOpenConnectionsAndRefusesNewOnes() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation text = new TextConversation(memcached.address());
                BinaryConversation binary = new BinaryConversation(memcached.address())) {
            text.say(SET);
            binary.ask(BINARY_NOOP);

            memcached.kill();
            memcached.kill();

            assertReset(() -> text.read(1));
            assertReset(() -> binary.ask(new byte[0]));
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new TextConversation(memcached.address()));
            assertThat(memcached.isRunning()).isFalse();
        }
    }

    @Test
    void killLeavesNoFarewellToClientsThatSpeakTls() throws Exception {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().tls(Tls.withTestCertificates()).start();
                TlsConversation client = new TlsConversation(memcached.address(), TestCertificates.clientContext())) {
            assertThat(client.say(SET)).isEqualTo(STORED);

            memcached.kill();

            assertReset(() -> client.say(""));
        }
    }

    @Test
    void whoWasKilledStartsOnTheSamePortWithoutItems() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            int port = memcached.port();
            assertThat(say(memcached, SET)).isEqualTo(STORED);

            memcached.kill();
            memcached.restart();

            assertThat(memcached.port()).isEqualTo(port);
            assertThat(say(memcached, "get a\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void itemsThatAreKeptHaveTheirUniquesAndGetOlder() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.clock().pause();
            say(memcached, "set a 5 100 1\r\n1\r\nset b 0 10 1\r\n2\r\nincr b 1\r\n");
            String uptime = memcached.stats().get("uptime");

            memcached.kill();
            memcached.clock().advance(Duration.ofSeconds(9));
            memcached.restartKeepingData();

            assertThat(memcached.stats())
                    .containsEntry("curr_items", "2")
                    .containsEntry("total_items", "0")
                    .containsEntry("cmd_set", "0")
                    .containsEntry("get_hits", "0")
                    .containsEntry("total_connections", "1")
                    .containsEntry("connection_structures", "1")
                    .containsEntry("uptime", Long.toString(Long.parseLong(uptime) + 9));
            assertThat(say(memcached, "gets a b\r\nmg a t\r\n"))
                    .isEqualTo("VALUE a 5 1 2\r\n1\r\nVALUE b 0 1 4\r\n3\r\nEND\r\nHD t91\r\n");
            assertThat(say(memcached, "set c 0 0 1\r\n1\r\ngets c\r\n")).contains("VALUE c 0 1 5\r\n");
            memcached.clock().advance(Duration.ofSeconds(1));
            assertThat(say(memcached, "get b\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void itemsAreKeptByAFakeThatStillRunsAndSettingsAreNot() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say(SET + "verbosity 3\r\ncache_memlimit 100\r\nlru mode flat\r\n");

            memcached.restartKeepingData();

            assertThat(client.finish()).isEmpty();
            assertThat(say(memcached, "get a\r\n")).contains("VALUE a");
            assertThat(say(memcached, "stats settings\r\n"))
                    .contains("STAT verbosity 0\r\n", "STAT maxbytes 67108864\r\n", "STAT lru_segmented yes\r\n");
            memcached.stop();
            memcached.restart();
            assertThat(memcached.contents().isEmpty()).isTrue();
        }
    }

    private static String say(FakeMemcached memcached, String request) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }
}
