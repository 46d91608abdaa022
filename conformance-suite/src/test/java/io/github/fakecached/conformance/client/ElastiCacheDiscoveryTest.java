package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.ClusterConfiguration;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.MemcachedNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Amazon's ElastiCache cluster client in its dynamic mode, in which it asks a server for the nodes to use. */
@Tag("elasticache")
class ElastiCacheDiscoveryTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource(MemcachedVersion.class)
    void theNodesThatAreAnnouncedAreUsed(MemcachedVersion version) throws Exception {
        var announced = new AtomicReference<ClusterConfiguration>();
        try (var asked = FakeMemcached.builder()
                        .version(version)
                        .clusterConfiguration(announced::get)
                        .start();
                var other = FakeMemcached.builder().version(version).start()) {
            announced.set(new ClusterConfiguration(1, List.of(node(asked), node(other))));
            var client = SpymemcachedOperations.connected(asked.address(), dynamic());
            try {
                var keys = IntStream.range(0, 100).mapToObj(i -> "k" + i).toList();
                // The client knows the nodes a moment before it places keys on all of them.
                await("keys placed on both nodes")
                        .atMost(TIME_LIMIT)
                        .untilAsserted(() -> assertThat(keys)
                                .extracting(key -> port(client.getNodeLocator().getPrimary(key)))
                                .contains(
                                        asked.address().getPort(),
                                        other.address().getPort()));
                assertThat(client.getNodeLocator().getAll()).hasSize(2);
                for (String key : keys) {
                    assertThat(SpymemcachedOperations.done(client.set(key, 0, key)))
                            .isTrue();
                }
                assertThat(client.getBulk(keys)).hasSize(100);
                assertThat(asked.contents().size()).isBetween(1, 99);
                assertThat(other.contents().size())
                        .isEqualTo(100 - asked.contents().size());
            } finally {
                client.shutdown();
            }
        }
    }

    private static int port(MemcachedNode node) {
        return ((InetSocketAddress) node.getSocketAddress()).getPort();
    }

    private static ClusterConfiguration.Node node(FakeMemcached fake) {
        return new ClusterConfiguration.Node(
                "localhost",
                fake.address().getAddress().getHostAddress(),
                fake.address().getPort());
    }

    /** With the mode that only Amazon's builder has, against which these tests are not compiled. */
    private static ConnectionFactoryBuilder dynamic() throws ReflectiveOperationException {
        var builder = new ConnectionFactoryBuilder();
        var mode = Class.forName("net.spy.memcached.ClientMode");
        ConnectionFactoryBuilder.class
                .getMethod("setClientMode", mode)
                .invoke(builder, mode.getField("Dynamic").get(null));
        return builder;
    }
}
