package io.github.fakecached.conformance.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.auth.AuthInfo;
import net.rubyeye.xmemcached.auth.PlainCallbackHandler;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.exception.MemcachedException;

/**
 * xmemcached signing in by SASL, which it does on a thread of its own without holding operations back: the test has to. With
 * PLAIN only, since its digests of CRAM-MD5 are wrong, and refused by memcached too.
 */
class XmemcachedSaslTest extends SaslTest {

    @Override
    Object storeAndFetch(InetSocketAddress address, String mechanism, String password, String value) throws Exception {
        // It looks for who signs in by the server's name, so the address has to have one.
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
        var signIn = new SignIn(mechanism, password);
        var builder = new XMemcachedClientBuilder(List.of(server));
        builder.setCommandFactory(new BinaryCommandFactory());
        builder.addAuthInfo(server, signIn);
        builder.setEnableHealSession(false);
        var client = builder.build();
        try {
            if (!signIn.ended.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("has neither signed in nor been refused");
            }
            client.set("k", 0, value);
            return client.get("k");
        } finally {
            client.shutdown();
        }
    }

    @Override
    Class<? extends Exception> refusal() {
        return MemcachedException.class;
    }

    private static final class SignIn extends AuthInfo {

        final CountDownLatch ended = new CountDownLatch(1);

        SignIn(String mechanism, String password) {
            super(new PlainCallbackHandler(SaslServer.USER, password), new String[] {mechanism});
        }

        @Override
        public synchronized void increaseAttempts() {
            ended.countDown();
        }
    }
}
