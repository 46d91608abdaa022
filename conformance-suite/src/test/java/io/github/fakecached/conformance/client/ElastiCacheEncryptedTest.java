package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.SpymemcachedOperations.connected;
import static io.github.fakecached.conformance.client.SpymemcachedOperations.done;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import net.spy.memcached.ConnectionFactoryBuilder;
import org.junit.jupiter.api.Tag;

/** Amazon's ElastiCache cluster client over TLS, which spymemcached has not; it compresses what is large. */
@Tag("elasticache")
class ElastiCacheEncryptedTest extends EncryptedTest {

    @Override
    Object storeAndFetch(InetSocketAddress address, SSLContext context, String value) throws Exception {
        var client = connected(address, encrypted(context));
        try {
            done(client.set("k", 0, value));
            return client.get("k");
        } finally {
            client.shutdown();
        }
    }

    /** With what only Amazon's builder has, against which these tests are not compiled. */
    private static ConnectionFactoryBuilder encrypted(SSLContext context) throws ReflectiveOperationException {
        var builder = new ConnectionFactoryBuilder();
        ConnectionFactoryBuilder.class
                .getMethod("setSSLContext", SSLContext.class)
                .invoke(builder, context);
        ConnectionFactoryBuilder.class
                .getMethod("setSkipTlsHostnameVerification", boolean.class)
                .invoke(builder, true);
        return builder;
    }
}
