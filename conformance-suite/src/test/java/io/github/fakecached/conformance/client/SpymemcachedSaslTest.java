package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.SpymemcachedOperations.connected;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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

    private static final Logger LOGGER = Logger.getLogger("net.spy.memcached.auth.AuthThread");

    @Override
    Object storeAndFetch(InetSocketAddress address, String mechanism, String password, String value) throws Exception {
        var user = new PlainCallbackHandler(SaslServer.USER, password);
        var outcome = new CompletableFuture<Object>();
        var log = new RefusalHandler(outcome);
        var client = connected(
                address,
                new ConnectionFactoryBuilder()
                        .setProtocol(Protocol.BINARY)
                        .setAuthDescriptor(new AuthDescriptor(new String[] {mechanism}, user)));
        LOGGER.setLevel(Level.WARNING);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(log);
        try {
            client.set("k", 0, value);
            client.asyncGet("k").addListener(fetched -> outcome.complete(fetched.get()));
            return outcome.get(10, TimeUnit.SECONDS);
        } finally {
            LOGGER.removeHandler(log);
            client.shutdown();
        }
    }

    @Override
    Class<? extends Exception> refusal() {
        return ExecutionException.class;
    }

    @Test
    void signsInWithCramMd5() throws Exception {
        assertSignsIn(CRAM_MD5);
    }

    @Test
    void isRefusedWithAWrongPasswordInCramMd5() {
        assertIsRefused(CRAM_MD5);
    }

    private static final class RefusalHandler extends Handler {

        private final CompletableFuture<Object> outcome;

        RefusalHandler(CompletableFuture<Object> outcome) {
            this.outcome = outcome;
        }

        @Override
        public void publish(LogRecord message) {
            if (message.getMessage().startsWith("Authentication failed")) {
                outcome.completeExceptionally(new SaslException(message.getMessage()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
