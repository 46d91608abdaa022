package io.github.fakecached.example.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.client.tls.DefaultSSLEngineFactory;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.TestCertificates;
import io.github.fakecached.junit.MemcachedTest;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** How to test a client that encrypts. For docs/recipes/tls.md. */
@MemcachedTest(tls = true)
class TlsTest {

    @Test
    void aClientThatTrustsTheCertificateIsServed(FakeMemcached memcached) throws Exception {
        MemcacheClient<String> client = connect(memcached.address(), TestCertificates.clientContext());
        try {
            client.awaitFullyConnected(5, TimeUnit.SECONDS);
            client.set("k", "v", 60).toCompletableFuture().get(5, TimeUnit.SECONDS);

            assertThat(memcached.contents().get("k")).isPresent();
        } finally {
            client.shutdown();
        }
    }

    @Test
    void aClientThatDoesNotIsNot(FakeMemcached memcached) throws Exception {
        MemcacheClient<String> client = connect(memcached.address(), SSLContext.getDefault());
        try {
            assertThatThrownBy(() -> client.awaitFullyConnected(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
        } finally {
            client.shutdown();
        }
    }

    private static MemcacheClient<String> connect(InetSocketAddress server, SSLContext trusted) {
        return MemcacheClientBuilder.newStringClient()
                .withAddress(server.getHostString(), server.getPort())
                .withSSLEngineFactory(new DefaultSSLEngineFactory(trusted, true))
                .connectAscii();
    }
}
