package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.SpymemcachedOperations.connected;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.security.sasl.SaslException;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.auth.PlainCallbackHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** spymemcached, or Amazon's client in its place, signing in by SASL. That it was refused it tells nobody but its log. */
@Tag("net.spy.memcached")
class SpymemcachedSaslTest extends SaslTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final Logger LOGGER = Logger.getLogger("net.spy.memcached.auth.AuthThread");

    @Override
    Object storeAndFetch(InetSocketAddress address, String mechanism, String password, String value) throws Exception {
        var user = new PlainCallbackHandler(SaslServer.USER, password);
        var outcome = new CompletableFuture<Object>();
        var log = new RefusalHandler(address, outcome);
        var client = connected(
                address,
                new ConnectionFactoryBuilder()
                        .setProtocol(Protocol.BINARY)
                        .setAuthDescriptor(new AuthDescriptor(new String[] {mechanism}, user)));
        LOGGER.setLevel(Level.WARNING);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(log);
        try {
            // Until it has signed in, Amazon's client now and then cancels what it is asked for.
            await("a value, or a refusal").atMost(TIME_LIMIT).until(() -> {
                client.set("k", 0, value);
                client.asyncGet("k")
                        .addListener(
                                fetched -> Optional.ofNullable(fetched.get()).ifPresent(outcome::complete));
                return outcome.isDone();
            });
            return outcome.get();
        } finally {
            LOGGER.removeHandler(log);
            client.shutdown();
        }
    }

    /** On a busy machine this client now and then cancels its own attempt, and tells of that as of a refusal; the next one counts. */
    @Override
    void assertSignsIn(String mechanism) {
        await("a client that signs in")
                .atMost(TIME_LIMIT)
                .ignoreExceptionsInstanceOf(refusal())
                .untilAsserted(() -> super.assertSignsIn(mechanism));
    }

    @Override
    Class<? extends Exception> refusal() {
        return ExecutionException.class;
    }

    @Test
    void signsInWithCramMd5() {
        assertSignsIn(CRAM_MD5);
    }

    @Test
    void isRefusedWithAWrongPasswordInCramMd5() {
        assertIsRefused(CRAM_MD5);
    }

    private static final class RefusalHandler extends Handler {

        private final String server;
        private final CompletableFuture<Object> outcome;

        RefusalHandler(InetSocketAddress address, CompletableFuture<Object> outcome) {
            this.server = ":" + address.getPort() + ",";
            this.outcome = outcome;
        }

        @Override
        public void publish(LogRecord message) {
            if (message.getMessage().startsWith("Authentication failed")
                    && message.getMessage().contains(server)) {
                outcome.completeExceptionally(new SaslException(message.getMessage()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
