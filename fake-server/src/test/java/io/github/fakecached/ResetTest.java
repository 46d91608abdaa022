package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.fault.CommandMatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a reset waits for, and what is counted from it. */
class ResetTest {

    @Test
    void connectionsAreCountedFromTheReset() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation before = new TextConversation(memcached.address())) {
            before.say("version\r\n");

            memcached.reset();

            try (TextConversation after = new TextConversation(memcached.address())) {
                assertThat(after.say("stats\r\n")).contains("STAT total_connections 2\r\n");
            }
        }
    }

    @Test
    void whatAFaultHeldBackIsServedBeforeTheReset() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            var gate = memcached
                    .faults()
                    .on(CommandMatcher.command("set"))
                    .beforeExecute()
                    .gate();
            client.send("set a 0 0 1\r\n1\r\n");
            gate.awaitArrival();

            memcached.reset();

            assertThat(client.say("get a\r\n")).isEqualTo("STORED\r\nEND\r\n");
        }
    }
}
