package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.clock.ControllableClock;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idle connections are closed by the fake's clock, as memcached closes them with -o idle_timeout. */
class IdleTimeoutTest {

    private static final int TIMEOUT = 5;

    private final ControllableClock clock = ControllableClock.running();
    private final FakeMemcached memcached = FakeMemcached.builder()
            .clock(clock)
            .idleTimeout(Duration.ofSeconds(TIMEOUT))
            .start();
    private TextConversation client;

    @BeforeEach
    void connect() throws IOException {
        clock.pause();
        client = new TextConversation(memcached.address());
        assertThat(client.say("get nope\r\n")).isEqualTo("END\r\n");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        memcached.close();
    }

    @Test
    void aConnectionIdleForLongerThanTheTimeoutIsClosedWithoutAWord() throws IOException {
        clock.advance(Duration.ofSeconds(TIMEOUT + 1));
        assertThat(client.sayLast("")).isEmpty();
        assertIdleKicks(1);
    }

    @Test
    void aConnectionIdleForTheTimeoutStays() throws IOException {
        clock.advance(Duration.ofSeconds(TIMEOUT));
        assertThat(client.say("get nope\r\n")).isEqualTo("END\r\n");
        assertIdleKicks(0);
    }

    @Test
    void aCommandBeginsTheTimeAnew() throws IOException {
        clock.advance(Duration.ofSeconds(TIMEOUT));
        client.say("get nope\r\n");
        clock.advance(Duration.ofSeconds(TIMEOUT));
        assertThat(client.say("get nope\r\n")).isEqualTo("END\r\n");
        clock.advance(Duration.ofSeconds(TIMEOUT + 1));
        assertThat(client.sayLast("")).isEmpty();
    }

    @Test
    void aConnectionThatNeverSentAnythingIsClosedToo() throws IOException {
        try (TextConversation silent = new TextConversation(memcached.address())) {
            awaitConnections(2);
            clock.advance(Duration.ofSeconds(TIMEOUT + 1));
            assertThat(silent.sayLast("")).isEmpty();
        }
        assertIdleKicks(2);
    }

    @Test
    void aConnectionInTheMiddleOfItsDataBlockStaysUntilThatHasCome() throws IOException {
        client.send("set a 0 0 3\r\nab");
        Awaitility.await().until(() -> memcached.stats().get("cmd_set").equals("1"));
        clock.advance(Duration.ofSeconds(TIMEOUT + 1));
        assertIdleKicks(0);
        assertThat(client.sayLast("c\r\nquit\r\n")).isEqualTo("STORED\r\n");
    }

    @Test
    void theTimeCountsFromTheLineOfASetNotFromItsDataBlock() throws IOException {
        client.send("set a 0 0 3\r\nab");
        Awaitility.await().until(() -> memcached.stats().get("cmd_set").equals("1"));
        clock.advance(Duration.ofSeconds(TIMEOUT));
        client.send("c\r\n");
        Awaitility.await().until(() -> memcached.contents().get("a").isPresent());
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.sayLast("")).isEqualTo("STORED\r\n");
    }

    @Test
    void aBinaryConnectionIsClosedToo() throws IOException {
        try (BinaryConversation binary = new BinaryConversation(memcached.address())) {
            assertThat(binary.say(new byte[0])).isEmpty();
            clock.advance(Duration.ofSeconds(TIMEOUT + 1));
            assertThat(binary.sayLast(new byte[0])).isEmpty();
        }
    }

    @Test
    void whileTheClockRunsTimePassesByItself() throws IOException {
        clock.advance(Duration.ofSeconds(TIMEOUT));
        clock.setPhase(Duration.ofMillis(900));
        clock.resume();
        assertThat(client.sayLast("")).isEmpty();
        assertIdleKicks(1);
    }

    @Test
    void aClockTurnedBackBeginsTheTimeAnew() throws IOException {
        clock.advance(Duration.ofSeconds(3));
        client.say("get nope\r\n");
        clock.setTime(clock.now().minus(Duration.ofSeconds(3)));
        assertIdleKicks(0);
        clock.advance(Duration.ofSeconds(TIMEOUT + 1));
        assertThat(client.sayLast("")).isEmpty();
    }

    @Test
    void aResetBeginsTheTimeAnew() throws IOException {
        clock.advance(Duration.ofSeconds(TIMEOUT));
        memcached.reset();
        clock.pause();
        clock.advance(Duration.ofSeconds(TIMEOUT));
        assertThat(client.say("get nope\r\n")).isEqualTo("END\r\n");
        clock.advance(Duration.ofSeconds(TIMEOUT + 1));
        assertThat(client.sayLast("")).isEmpty();
    }

    @Test
    void aRestartedFakeClosesIdleConnectionsToo() throws IOException {
        memcached.restart();
        try (TextConversation again = new TextConversation(memcached.address())) {
            again.say("get nope\r\n");
            clock.advance(Duration.ofSeconds(TIMEOUT + 1));
            assertThat(again.sayLast("")).isEmpty();
        }
        assertIdleKicks(1);
    }

    @Test
    void theStatisticsTellOfTheTimeoutOnlyIfThereIsOne() throws IOException {
        assertThat(client.say("stats settings\r\n")).contains("STAT idle_timeout " + TIMEOUT + "\r\n");
        assertThat(client.say("stats\r\n")).contains("STAT auth_errors 0\r\nSTAT idle_kicks 0\r\nSTAT bytes_read ");
        try (FakeMemcached without = FakeMemcached.start()) {
            assertThat(without.stats()).doesNotContainKey("idle_kicks");
        }
    }

    @Test
    void timeoutsThatMemcachedCannotCountAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder().idleTimeout(Duration.ofMillis(1500)))
                .withMessageContaining("whole seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder().idleTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder().idleTimeout(Duration.ofSeconds(1L << 31)));
    }

    private void assertIdleKicks(int kicks) {
        assertThat(memcached.stats()).containsEntry("idle_kicks", String.valueOf(kicks));
    }

    private void awaitConnections(int connections) {
        Awaitility.await().until(() -> memcached.stats().get("curr_connections").equals(String.valueOf(connections)));
    }
}
