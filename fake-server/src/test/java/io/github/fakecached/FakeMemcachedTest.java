package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FakeMemcachedTest {

    @Test
    void startListensOnAFreePortOfTheLoopbackAddress() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            assertThat(memcached.port()).isPositive();
            assertThat(memcached.address().getAddress().isLoopbackAddress()).isTrue();
            assertThat(say(memcached, "version\r\n")).isEqualTo("VERSION 1.6.45\r\n");
        }
    }

    @Test
    void speaksTheVersionAskedFor() throws IOException {
        try (FakeMemcached memcached =
                FakeMemcached.builder().version(MemcachedVersion.V1_6_18).start()) {
            assertThat(say(memcached, "version\r\n")).isEqualTo("VERSION 1.6.18\r\n");
            assertThat(say(memcached, "get\r\n")).isEqualTo("ERROR\r\n");
        }
    }

    @Test
    void advancingTheClockExpiresItems() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.clock().pause();
            client.say("set a 0 60 1\r\n1\r\n");

            memcached.clock().advance(Duration.ofSeconds(59));
            assertThat(client.say("get a\r\n")).isEqualTo("VALUE a 0 1\r\n1\r\nEND\r\n");

            memcached.clock().advance(Duration.ofSeconds(1));
            assertThat(client.say("get a\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void settingTheClockToBeforeTheStartKeepsItemsAndTheirTimeToLive() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            memcached.clock().pause();
            client.say("set a 0 60 1\r\n1\r\n");
            Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");

            memcached.clock().setTime(longAgo);
            client.say("set b 0 " + (longAgo.getEpochSecond() + 10) + " 1\r\n1\r\n");

            assertThat(memcached.contents().get("b").orElseThrow().timeToLive()).contains(Duration.ofSeconds(10));
            assertThat(client.say("get a b\r\n")).contains("VALUE a", "VALUE b");
            memcached.clock().advance(Duration.ofSeconds(10));
            assertThat(client.say("get a b\r\n")).contains("VALUE a").doesNotContain("VALUE b");
        }
    }

    @Test
    void resetForgetsItemsCountersUniquesAndTheClock() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say("set a 0 0 1\r\n1\r\n");
            memcached.clock().pause();
            memcached.clock().advance(Duration.ofDays(400));

            memcached.reset();

            assertThat(memcached.contents().isEmpty()).isTrue();
            assertThat(memcached.clock().isPaused()).isFalse();
            assertThat(memcached.clock().now()).isBefore(Instant.now().plusSeconds(5));
            assertThat(memcached.stats()).containsEntry("cmd_set", "0").containsEntry("total_items", "0");
            assertThat(client.say("set b 0 0 1\r\n1\r\ngets b\r\n")).contains("VALUE b 0 1 2\r\n");
        }
    }

    @Test
    void restartKeepsThePortAndLosesTheItems() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            int port = memcached.port();
            say(memcached, "set a 0 0 1\r\n1\r\n");

            memcached.restart();

            assertThat(memcached.port()).isEqualTo(port);
            assertThat(say(memcached, "get a\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void stopEndsOpenConnectionsAndRefusesNewOnes() throws IOException {
        FakeMemcached memcached = FakeMemcached.start();
        try (TextConversation client = new TextConversation(memcached.address())) {
            client.say("version\r\n");

            memcached.stop();

            assertThat(client.sayLast("")).isEmpty();
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new TextConversation(memcached.address()));
        }
    }

    @Test
    void closeMayBeCalledAgain() {
        FakeMemcached memcached = FakeMemcached.start();
        memcached.close();
        memcached.close();
        assertThat(memcached.isRunning()).isFalse();
        assertThat(memcached).hasToString("memcached 1.6.45 (fake) at 127.0.0.1:" + memcached.port() + " (stopped)");
    }

    @Test
    void callsToAStoppedFakeSayWhatToDo() {
        FakeMemcached memcached = FakeMemcached.start();
        memcached.stop();
        assertThatIllegalStateException()
                .isThrownBy(memcached::reset)
                .withMessageContainingAll("is stopped", "restart() it first");
    }

    @Test
    void aPortInUseIsNamedWithWhatToDo() {
        try (FakeMemcached first = FakeMemcached.start()) {
            FakeMemcachedBuilder second = FakeMemcached.builder().port(first.port());
            assertThatIllegalStateException()
                    .isThrownBy(second::start)
                    .withMessageContainingAll(":" + first.port(), "port 0");
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        FakeMemcachedBuilder builder = FakeMemcached.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxItemSize(1023));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.memoryLimit(1024 * 1024 - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxConnections(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxItemSize(40 * 1024 * 1024).start())
                .withMessageContaining("at most half");
    }

    @Test
    void aConnectionTooManyIsToldSo() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().maxConnections(1).start();
                TextConversation first = new TextConversation(memcached.address())) {
            first.say("version\r\n");
            try (TextConversation second = new TextConversation(memcached.address())) {
                assertThat(second.sayLast("")).isEqualTo("ERROR Too many open connections\r\n");
            }
            assertThat(memcached.stats()).containsEntry("rejected_connections", "1");
        }
    }

    private static String say(FakeMemcached memcached, String request) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }
}
