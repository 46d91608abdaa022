package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.fault.CommandMatcher;
import io.github.fakecached.journal.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A reset does not wait for the node's thread; all the same it is done before whatever comes after it. */
class ResetTest {

    private static final int LIMIT_SECONDS = 10;

    private final Semaphore held = new Semaphore(0);
    private final Semaphore letGo = new Semaphore(0);

    /** Holds the node's thread after a request for the key "hold". */
    private void hold(Exchange exchange) {
        if (exchange.keys().contains("hold")) {
            held.release();
            await(letGo);
        }
    }

    private static void await(Semaphore semaphore) {
        try {
            assertThat(semaphore.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRequestThatTheThreadMeetsBeforeTheResetFindsItDone() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation holding = new TextConversation(memcached.address());
                TextConversation holdingAgain = new TextConversation(memcached.address());
                TextConversation client = new TextConversation(memcached.address())) {
            client.say("set a 0 0 1\r\n1\r\n");
            memcached.journal().addListener(this::hold);
            holding.send("get hold\r\n");
            await(held);
            // Both are ready now, and so are dealt with in one go, without a look at what else there is to do.
            holdingAgain.send("get hold\r\n");
            client.send("get ");
            letGo.release();
            await(held);

            memcached.reset();
            client.send("a\r\n");
            letGo.release();

            assertThat(client.say("")).isEqualTo("END\r\n");
        }
    }

    @Test
    void uptimeIsCountedFromTheReset() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation holding = new TextConversation(memcached.address())) {
            memcached.journal().addListener(this::hold);
            holding.send("get hold\r\n");
            await(held);

            memcached.reset();
            memcached.clock().advance(Duration.ofMinutes(30));
            letGo.release();

            assertThat(holding.say("stats\r\n")).containsPattern("STAT uptime 180[2-4]\r\n");
        }
    }

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
