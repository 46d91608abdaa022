package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of its connection: when replies come, what closes it, and that one does not disturb another. */
class ConnectionTest {

    private final FakeMemcached memcached = FakeMemcached.start();
    private TextConversation client;

    @BeforeEach
    void connect() throws IOException {
        client = new TextConversation(memcached.address());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        memcached.close();
    }

    @Test
    void quitSendsWhatIsPendingAndClosesTheConnection() throws IOException {
        assertThat(client.sayLast("set a 0 0 1\r\n1\r\nget a\r\nquit\r\nversion\r\n"))
                .isEqualTo("STORED\r\nVALUE a 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void anHttpRequestIsHungUpOn() throws IOException {
        assertThat(client.sayLast("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).isEmpty();
    }

    @Test
    void aLineWithoutEndIsHungUpOn() throws IOException {
        assertThat(client.sayLast("x".repeat(2049))).isEmpty();
    }

    @Test
    void aLongLineOfKeysIsServed() throws IOException {
        client.say("set a 0 0 1\r\n1\r\n");
        assertThat(client.say("get " + "nope ".repeat(20_000) + "a\r\n")).isEqualTo("VALUE a 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void repliesAreHeldBackWhileADataBlockIsOnItsWay() throws IOException {
        client.send("set a 0 0 1\r\n1\r\nset b 0 0 5\r\nab");
        Awaitility.await().until(() -> memcached.contents().get("a").isPresent());
        assertThat(client.hasReply()).isFalse();
        assertThat(client.say("cde\r\n")).isEqualTo("STORED\r\nSTORED\r\n");
    }

    @Test
    void afterSoManyRequestsRepliesAreSentThoughADataBlockIsOnItsWay() throws IOException {
        client.send("delete a\r\n".repeat(22) + "set b 0 0 5\r\nab");
        assertThat(client.skip("NOT_FOUND\r\n".length() * 21)).isTrue();
        assertThat(client.hasReply()).isFalse();
        assertThat(client.say("cde\r\n")).isEqualTo("NOT_FOUND\r\nSTORED\r\n");
    }

    @Test
    void anHttpRequestTakesWithItOnlyTheRepliesToWhatWasServedInTheSameTurn() throws IOException {
        assertThat(client.sayLast("delete a\r\n".repeat(22) + "GET / HTTP/1.1\r\n"))
                .isEqualTo("NOT_FOUND\r\n".repeat(21));
    }

    @Test
    void aSetCutOffInItsDataBlockChangesNothing() throws IOException {
        client.say("set a 0 0 3\r\nold\r\n");
        client.send("set a 0 0 5\r\nne");
        client.close();
        Awaitility.await().until(() -> memcached.stats().get("curr_connections").equals("0"));
        assertThat(memcached.contents().get("a").orElseThrow().valueAsString()).isEqualTo("old");
        assertThat(memcached.stats()).containsEntry("cmd_set", "2");
    }

    @Test
    void repliesThatNobodyReadsDoNotPileUp() throws IOException {
        memcached.contents().put("big", "v".repeat(1_000_000));
        int requests = 2_000;
        client.send("get big\r\n".repeat(requests));
        try (TextConversation other = new TextConversation(memcached.address())) {
            assertThat(other.say("get nope\r\n")).isEqualTo("END\r\n");
        }
        assertThat(Long.parseLong(memcached.stats().get("get_hits"))).isLessThan(requests);
        assertThat(client.skip(requests * (1_000_000L + "VALUE big 0 1000000\r\n\r\nEND\r\n".length())))
                .isTrue();
    }

    @Test
    void debugtimeMovesPausesAndResumesTheClock() throws IOException {
        assertThat(client.say("debugtime p\r\n")).isEqualTo("OK\r\n");
        assertThat(memcached.clock().isPaused()).isTrue();
        var before = memcached.clock().now();
        assertThat(client.say("debugtime 60\r\ndebugtime -10\r\n")).isEqualTo("OK\r\nOK\r\n");
        assertThat(memcached.clock().now()).isEqualTo(before.plus(Duration.ofSeconds(50)));
        assertThat(client.say("debugtime r\r\n")).isEqualTo("OK\r\n");
        assertThat(memcached.clock().isPaused()).isFalse();
        assertThat(client.say("debugtime\r\ndebugtime x\r\ndebugtime 9999999999\r\n"))
                .isEqualTo("ERROR\r\nERROR\r\nERROR\r\n");
    }

    @Test
    void before1640ASetCutOffInItsDataBlockIsNotCounted() throws IOException {
        try (FakeMemcached older = FakeMemcached.builder()
                        .version(MemcachedVersion.V1_6_18)
                        .start();
                TextConversation other = new TextConversation(older.address())) {
            other.send("set a 0 0 5\r\nne");
            Awaitility.await().until(() -> older.stats().get("bytes_read").equals("15"));
            assertThat(older.stats()).containsEntry("cmd_set", "0");
            assertThat(other.say("w..\r\nset a 0 0 1\r\nbad\r\n")).contains("STORED", "bad data chunk");
            assertThat(older.stats()).containsEntry("cmd_set", "2");
        }
    }
}
