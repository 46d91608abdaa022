package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.FolsomOperations.builder;
import static io.github.fakecached.conformance.client.FolsomOperations.done;

import com.spotify.folsom.client.tls.DefaultSSLEngineFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** folsom over TLS, with the text protocol. */
class FolsomEncryptedTest extends EncryptedTest {

    @Override
    Object storeAndFetch(InetSocketAddress address, SSLContext context, String value) throws Exception {
        var client = builder(address)
                .withSSLEngineFactory(new DefaultSSLEngineFactory(context, false))
                .connectAscii();
        try {
            client.awaitConnected(10, TimeUnit.SECONDS);
            done(client.set("k", value, 0));
            return done(client.get("k"));
        } finally {
            client.shutdown();
        }
    }
}
