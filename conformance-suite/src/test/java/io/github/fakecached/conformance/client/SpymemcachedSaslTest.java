package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.SpymemcachedOperations.connected;

import java.net.InetSocketAddress;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.OperationTimeoutException;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.auth.PlainCallbackHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** spymemcached, or Amazon's client in its place, signing in by SASL. A refused one tries again until the operation's time is up. */
@Tag("net.spy.memcached")
class SpymemcachedSaslTest extends SaslTest {

    @Override
    Object storeAndFetch(InetSocketAddress address, String mechanism, String password, String value) throws Exception {
        var user = new PlainCallbackHandler(SaslServer.USER, password);
        var client = connected(
                address,
                new ConnectionFactoryBuilder()
                        .setProtocol(Protocol.BINARY)
                        .setAuthDescriptor(new AuthDescriptor(new String[] {mechanism}, user))
                        .setOpTimeout(password.equals(SaslServer.PASSWORD) ? 5000 : 300));
        try {
            client.set("k", 0, value);
            return client.get("k");
        } finally {
            client.shutdown();
        }
    }

    @Override
    Class<? extends Exception> refusal() {
        return OperationTimeoutException.class;
    }

    @Test
    void signsInWithCramMd5() throws Exception {
        assertSignsIn(CRAM_MD5);
    }

    @Test
    void isRefusedWithAWrongPasswordInCramMd5() {
        assertIsRefused(CRAM_MD5);
    }
}
