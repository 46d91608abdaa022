package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShutdownTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"shutdown\r\n", "shutdown graceful\r\n"})
    void shutdownClosesAllConnectionsAndStopsTheFake(String request) throws IOException, InterruptedException {
        try (FakeMemcached memcached = start();
                TextConversation other = new TextConversation(memcached.address());
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(other.say("get a\r\n")).isEqualTo("END\r\n");
            assertThat(client.sayLast("version\r\n" + request)).isEmpty();
            assertThat(other.sayLast("")).isEmpty();
            assertThat(memcached.awaitStop(TIME_LIMIT)).isTrue();
            assertThat(memcached.isRunning()).isFalse();
        }
    }

    @Test
    void aFakeThatWasShutDownStartsAgainOnItsPort() throws IOException, InterruptedException {
        try (FakeMemcached memcached = start()) {
            int port = memcached.port();
            try (TextConversation client = new TextConversation(memcached.address())) {
                client.sayLast("shutdown\r\n");
            }
            memcached.restart();
            assertThat(memcached.port()).isEqualTo(port);
            try (TextConversation client = new TextConversation(memcached.address())) {
                assertThat(client.say("get a\r\n")).isEqualTo("END\r\n");
            }
        }
    }

    @Test
    void anUnknownModeIsRefusedAndTheFakeGoesOn() throws IOException, InterruptedException {
        try (FakeMemcached memcached = start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("shutdown now\r\n")).isEqualTo("CLIENT_ERROR invalid shutdown mode\r\n");
            assertThat(client.say("stats settings\r\n")).contains("STAT shutdown_command yes\r\n");
            assertThat(memcached.awaitStop(Duration.ZERO)).isFalse();
        }
    }

    private static FakeMemcached start() {
        return FakeMemcached.builder()
                .administration(Administration.defaults().shutdownEnabled(true))
                .start();
    }
}
