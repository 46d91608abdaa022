package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.MemcachedVersion;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Amazon's ElastiCache cluster client in its dynamic mode, in which it asks a server for the nodes to use, and does so again and again. */
@Tag("elasticache")
class ElastiCacheDiscoveryTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final long POLLING_MILLIS = 100;

    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void theNodesThatAreAnnouncedAreUsed(MemcachedVersion version) throws Exception {
        try (FakeCluster cluster = start(version)) {
            MemcachedClient client = connected(cluster);
            try {
                awaitKeysOn(cluster, client, "a", "b");
                for (String key : HashedKeys.all()) {
                    assertThat(SpymemcachedOperations.done(client.set(key, 0, key)))
                            .isTrue();
                    assertThat(HashedKeys.holders(cluster, key)).containsExactly(node(cluster, client, key));
                }
                assertThat(client.getBulk(HashedKeys.all()))
                        .hasSize(HashedKeys.all().size());
            } finally {
                client.shutdown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void aNodeThatIsAddedIsUsedToo(MemcachedVersion version) throws Exception {
        try (FakeCluster cluster = start(version)) {
            MemcachedClient client = connected(cluster);
            try {
                awaitKeysOn(cluster, client, "a", "b");

                cluster.addNode("c");
                awaitKeysOn(cluster, client, "a", "b", "c");
                for (String key : HashedKeys.all()) {
                    assertThat(SpymemcachedOperations.done(client.set(key, 0, key)))
                            .isTrue();
                }
                assertThat(cluster.node("c").contents().isEmpty()).isFalse();
            } finally {
                client.shutdown();
            }
        }
    }

    private static FakeCluster start(MemcachedVersion version) {
        return FakeCluster.builder()
                .nodes("a", "b")
                .configure(node -> node.version(version))
                .autoDiscovery(true)
                .start();
    }

    /** The client knows the nodes a moment before it places keys on all of them. */
    private static void awaitKeysOn(FakeCluster cluster, MemcachedClient client, String... names) {
        await("keys on " + List.of(names))
                .atMost(TIME_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> nodesInUse(cluster, client).equals(Set.of(names))
                        && client.getNodeLocator().getAll().size() == names.length
                        && client.getNodeLocator().getAll().stream().allMatch(node -> node.isActive()));
    }

    private static Set<String> nodesInUse(FakeCluster cluster, MemcachedClient client) {
        return HashedKeys.all().stream().map(key -> node(cluster, client, key)).collect(Collectors.toSet());
    }

    private static String node(FakeCluster cluster, MemcachedClient client, String key) {
        return HashedKeys.nameAt(cluster, (InetSocketAddress)
                client.getNodeLocator().getPrimary(key).getSocketAddress());
    }

    private static MemcachedClient connected(FakeCluster cluster) throws Exception {
        return SpymemcachedOperations.connected(List.of(cluster.node("a").address()), dynamic());
    }

    /** With the mode and the interval that only Amazon's library has, against which these tests are not compiled. */
    private static ConnectionFactory dynamic() throws ReflectiveOperationException {
        var builder = new ConnectionFactoryBuilder().setDaemon(true);
        var mode = Class.forName("net.spy.memcached.ClientMode");
        ConnectionFactoryBuilder.class
                .getMethod("setClientMode", mode)
                .invoke(builder, mode.getField("Dynamic").get(null));
        ConnectionFactory slow = builder.build();
        InvocationHandler quick = (proxy, method, arguments) -> method.getName().equals("getDynamicModePollingInterval")
                ? POLLING_MILLIS
                : method.invoke(slow, arguments);
        return (ConnectionFactory) Proxy.newProxyInstance(
                ConnectionFactory.class.getClassLoader(), new Class<?>[] {ConnectionFactory.class}, quick);
    }
}
