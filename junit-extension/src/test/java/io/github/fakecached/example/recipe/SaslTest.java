package io.github.fakecached.example.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import io.github.fakecached.junit.User;
import java.net.InetSocketAddress;
import java.util.List;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.auth.PlainCallbackHandler;
import org.junit.jupiter.api.Test;

/** How to test a client that signs in. For docs/recipes/sasl.md. */
@MemcachedTest(saslUsers = @User(name = "shop", password = "secret"))
class SaslTest {

    @Test
    void theInjectedClientIsSignedIn(MemcachedClient client) throws Exception {
        client.set("k", 60, "v").get();

        assertThat(client.get("k")).isEqualTo("v");
    }

    @Test
    void theApplicationSignsInByItself(FakeMemcached memcached) throws Exception {
        MemcachedClient client = connect(memcached.address(), "shop", "secret");
        try {
            assertThat(client.set("k", 60, "v").get()).isTrue();
        } finally {
            client.shutdown();
        }
    }

    private static MemcachedClient connect(InetSocketAddress server, String user, String password) throws Exception {
        return new MemcachedClient(
                new ConnectionFactoryBuilder()
                        .setDaemon(true)
                        .setProtocol(ConnectionFactoryBuilder.Protocol.BINARY)
                        .setAuthDescriptor(
                                new AuthDescriptor(new String[] {"PLAIN"}, new PlainCallbackHandler(user, password)))
                        .build(),
                List.of(server));
    }
}
