package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.FolsomOperations.builder;
import static io.github.fakecached.conformance.client.FolsomOperations.done;

import com.spotify.folsom.MemcacheAuthenticationException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** folsom signing in by SASL; it knows PLAIN only. */
class FolsomSaslTest extends SaslTest {

    @Override
    Object storeAndFetch(InetSocketAddress address, String mechanism, String password, String value) throws Exception {
        var client =
                builder(address).withUsernamePassword(SaslServer.USER, password).connectBinary();
        try {
            client.awaitConnected(10, TimeUnit.SECONDS);
            done(client.set("k", value, 0));
            return done(client.get("k"));
        } finally {
            client.shutdown();
        }
    }

    @Override
    Class<? extends Exception> refusal() {
        return MemcacheAuthenticationException.class;
    }
}
