package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeCluster;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.MemcachedSessionLocator;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.impl.ArrayMemcachedSessionLocator;
import net.rubyeye.xmemcached.impl.KetamaMemcachedSessionLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** xmemcached with several nodes, of which one is lost and comes back: modulo by text, Ketama in binary. */
@ParameterizedClass
@MethodSource("kinds")
class XmemcachedClusterTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final long HEAL_MILLIS = 100;

    private record Kind(String name, Supplier<MemcachedSessionLocator> locator, Supplier<CommandFactory> commands) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Parameter
    private Kind kind;

    private FakeCluster cluster;
    private MemcachedSessionLocator locator;
    private MemcachedClient client;

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("modulo by text", ArrayMemcachedSessionLocator::new, TextCommandFactory::new),
                new Kind("Ketama in binary", KetamaMemcachedSessionLocator::new, BinaryCommandFactory::new));
    }

    @BeforeEach
    void start() {
        cluster = FakeCluster.start("a", "b", "c");
    }

    @AfterEach
    void stop() throws Exception {
        if (client != null) {
            client.shutdown();
        }
        cluster.close();
    }

    @Test
    void eachKeyIsWhereTheLocatorSays() throws Exception {
        connect(false);

        for (String key : HashedKeys.all()) {
            assertThat(client.set(key, 0, key)).isTrue();
            assertThat(HashedKeys.holders(cluster, key)).containsExactly(node(key));
        }
        assertThat(client.<String>get(HashedKeys.all())).hasSameSizeAs(HashedKeys.all());
        assertThat(cluster.nodes().values()).noneMatch(node -> node.contents().isEmpty());
    }

    @Test
    void keysOfALostNodeGoToOthersUntilItReturns() throws Exception {
        connect(false);
        Map<String, String> before = nodes();

        cluster.node("b").kill();
        awaitNodes("a", "c");
        for (String key : HashedKeys.all()) {
            assertThat(client.set(key, 0, "new")).isTrue();
            assertThat(client.<String>get(key)).isEqualTo("new");
            assertThat(HashedKeys.holders(cluster, key)).containsExactly(node(key));
        }

        cluster.node("b").restart();
        awaitNodes("a", "b", "c");
        assertThat(nodes()).isEqualTo(before);
        for (String key : keysOf("b", before)) {
            assertThat(client.<String>get(key)).isNull();
            assertThat(client.set(key, 0, "newer")).isTrue();
            assertThat(HashedKeys.holders(cluster, key)).contains("b");
        }
    }

    @Test
    void operationsOfALostNodeFailIfSoChosenAndOthersDoNot() throws Exception {
        connect(true);
        Map<String, String> before = nodes();

        cluster.node("b").kill();
        awaitNodes("a", "c");
        for (String key : HashedKeys.all()) {
            if (before.get(key).equals("b")) {
                assertThatThrownBy(() -> client.set(key, 0, "v"))
                        .isInstanceOf(MemcachedException.class)
                        .hasMessageContaining("has been closed");
            } else {
                assertThat(client.set(key, 0, "v")).isTrue();
                assertThat(HashedKeys.holders(cluster, key)).containsExactly(before.get(key));
            }
        }

        cluster.node("b").restart();
        awaitNodes("a", "b", "c");
        assertThat(nodes()).isEqualTo(before);
        for (String key : HashedKeys.all()) {
            assertThat(client.set(key, 0, "v")).isTrue();
        }
    }

    @Test
    void aNodeThatReturnsWithItsItemsBringsBackOldValues() throws Exception {
        connect(false);
        String key = keysOf("b", nodes()).get(0);
        assertThat(client.set(key, 0, "old")).isTrue();

        cluster.node("b").kill();
        awaitNodes("a", "c");
        assertThat(client.set(key, 0, "new")).isTrue();
        cluster.node("b").restartKeepingData();
        awaitNodes("a", "b", "c");

        assertThat(client.<String>get(key)).isEqualTo("old");
    }

    @Test
    void aPauseRunsOperationsIntoTheirTimeLimitAndNothingIsLost() throws Exception {
        connect(false);
        String key = keysOf("b", nodes()).get(0);

        cluster.node("b").pause();
        assertThatThrownBy(() -> client.set(key, 0, "v", 300)).isInstanceOf(TimeoutException.class);
        cluster.node("b").resume();

        assertThat(client.<String>get(key)).isEqualTo("v");
    }

    @Test
    void aPartitionRunsOperationsIntoTheirTimeLimitAndOthersGoOn() throws Exception {
        connect(false);
        Map<String, String> before = nodes();
        String lost = keysOf("b", before).get(0);

        cluster.node("b").partition();
        assertThatThrownBy(() -> client.set(lost, 0, "v", 300)).isInstanceOf(TimeoutException.class);
        for (String key : keysOf("a", before)) {
            assertThat(client.set(key, 0, "v")).isTrue();
        }

        cluster.node("b").heal();
        await("the connection that was reset is made anew")
                .atMost(TIME_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptionsInstanceOf(MemcachedException.class)
                .ignoreExceptionsInstanceOf(TimeoutException.class)
                .until(() -> client.set(lost, 0, "v")
                        && HashedKeys.holders(cluster, lost).contains("b"));
        assertThat(nodes()).isEqualTo(before);
    }

    private void connect(boolean failureMode) throws Exception {
        locator = kind.locator().get();
        var builder = new XMemcachedClientBuilder(cluster.addresses());
        builder.setSessionLocator(locator);
        builder.setCommandFactory(kind.commands().get());
        builder.setFailureMode(failureMode);
        builder.setHealSessionInterval(HEAL_MILLIS);
        client = builder.build();
        awaitNodes("a", "b", "c");
    }

    private void awaitNodes(String... names) {
        await("connections to " + List.of(names))
                .atMost(TIME_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> HashedKeys.all().stream()
                        .map(locator::getSessionByKey)
                        .filter(session -> session != null && !session.isClosed())
                        .map(session -> HashedKeys.nameAt(cluster, session.getRemoteSocketAddress()))
                        .collect(Collectors.toSet())
                        .equals(Set.of(names)));
    }

    /** Which node each key is on, by its locator. */
    private Map<String, String> nodes() {
        return HashedKeys.all().stream().collect(Collectors.toMap(key -> key, this::node));
    }

    private String node(String key) {
        InetSocketAddress address = locator.getSessionByKey(key).getRemoteSocketAddress();
        return HashedKeys.nameAt(cluster, address);
    }

    private static List<String> keysOf(String node, Map<String, String> nodes) {
        return nodes.keySet().stream()
                .filter(key -> nodes.get(key).equals(node))
                .toList();
    }
}
