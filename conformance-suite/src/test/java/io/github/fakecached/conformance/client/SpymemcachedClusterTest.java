package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.SpymemcachedOperations.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeCluster;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Locator;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.DefaultHashAlgorithm;
import net.spy.memcached.FailureMode;
import net.spy.memcached.HashAlgorithm;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.MemcachedNode;
import net.spy.memcached.NodeLocator;
import net.spy.memcached.OperationTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** spymemcached with several nodes, of which one is lost and comes back: modulo by text, Ketama in binary. */
@ParameterizedClass
@MethodSource("kinds")
@Tag("net.spy.memcached")
class SpymemcachedClusterTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final Duration OPERATION_TIME_LIMIT = Duration.ofMillis(500);

    private record Kind(Locator locator, HashAlgorithm hash, Protocol protocol) {}

    @Parameter
    private Kind kind;

    private FakeCluster cluster;
    private MemcachedClient client;

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(Locator.ARRAY_MOD, DefaultHashAlgorithm.NATIVE_HASH, Protocol.TEXT),
                new Kind(Locator.CONSISTENT, DefaultHashAlgorithm.KETAMA_HASH, Protocol.BINARY));
    }

    @BeforeEach
    void start() {
        cluster = FakeCluster.start("a", "b", "c");
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.shutdown();
        }
        cluster.close();
    }

    @Test
    void eachKeyIsWhereTheLocatorSays() throws Exception {
        connect(FailureMode.Redistribute);

        for (String key : HashedKeys.all()) {
            assertThat(done(client.set(key, 0, key))).isTrue();
            assertThat(HashedKeys.holders(cluster, key)).containsExactly(primary(key));
        }
        assertThat(client.getBulk(HashedKeys.all())).hasSameSizeAs(HashedKeys.all());
        assertThat(cluster.nodes().values()).noneMatch(node -> node.contents().isEmpty());
    }

    @Test
    void keysOfALostNodeGoToOthersUntilItReturns() throws Exception {
        connect(FailureMode.Redistribute);
        List<String> lost = keysThatCanMoveFrom("b");

        cluster.node("b").kill();
        awaitLoss();
        for (String key : HashedKeys.all()) {
            if (!primary(key).equals("b")) {
                assertThat(done(client.set(key, 0, "new"))).isTrue();
                assertThat(HashedKeys.holders(cluster, key)).containsExactly(primary(key));
            }
        }
        for (String key : lost) {
            assertThat(done(client.set(key, 0, "new"))).isTrue();
            assertThat(client.get(key)).isEqualTo("new");
            assertThat(HashedKeys.holders(cluster, key)).containsExactly(substitute(key));
        }

        cluster.node("b").restart();
        awaitReturn();
        for (String key : lost) {
            assertThat(client.get(key)).isNull();
            assertThat(done(client.set(key, 0, "newer"))).isTrue();
            assertThat(HashedKeys.holders(cluster, key)).contains("b");
        }
    }

    @Test
    void aNodeThatReturnsWithItsItemsBringsBackOldValues() throws Exception {
        connect(FailureMode.Redistribute);
        String key = keysThatCanMoveFrom("b").get(0);
        assertThat(done(client.set(key, 0, "old"))).isTrue();

        cluster.node("b").kill();
        awaitLoss();
        assertThat(done(client.set(key, 0, "new"))).isTrue();
        cluster.node("b").restartKeepingData();
        awaitReturn();

        assertThat(client.get(key)).isEqualTo("old");
    }

    @Test
    void operationsOfALostNodeAreCancelledIfSoChosenAndOthersAreNot() throws Exception {
        connect(FailureMode.Cancel);
        cluster.node("b").kill();
        awaitLoss();

        for (String key : HashedKeys.all()) {
            if (primary(key).equals("b")) {
                var cancelled = client.set(key, 0, "v");
                assertThatThrownBy(() -> done(cancelled)).hasStackTraceContaining("Cancel");
                assertThat(cancelled.isCancelled()).isTrue();
            } else {
                assertThat(done(client.set(key, 0, "v"))).isTrue();
            }
        }

        cluster.node("b").restart();
        awaitReturn();
        for (String key : HashedKeys.all()) {
            assertThat(done(client.set(key, 0, "v"))).isTrue();
        }
    }

    @Test
    void operationsOfALostNodeWaitForItsReturnIfSoChosen() throws Exception {
        connect(FailureMode.Retry, TIME_LIMIT);
        String key = keysThatCanMoveFrom("b").get(0);
        cluster.node("b").kill();
        awaitLoss();

        var waiting = client.set(key, 0, "v");
        cluster.node("b").restart();

        assertThat(done(waiting)).isTrue();
        assertThat(HashedKeys.holders(cluster, key)).containsExactly("b");
    }

    @Test
    void aReplyThatAPauseHeldBackStillComes() throws Exception {
        connect(FailureMode.Redistribute);
        String key = keysThatCanMoveFrom("b").get(0);
        assertThat(done(client.set(key, 0, "v"))).isTrue();

        cluster.node("b").pause();
        assertThatThrownBy(() -> client.get(key)).isInstanceOf(OperationTimeoutException.class);
        var waiting = client.asyncGet(key);
        cluster.node("b").resume();

        assertThat(done(waiting)).isEqualTo("v");
        assertThat(client.get(key)).isEqualTo("v");
    }

    @Test
    void aPartitionRunsOperationsIntoTheirTimeLimitAndOthersGoOn() throws Exception {
        connect(FailureMode.Redistribute);
        List<String> lost = keysThatCanMoveFrom("b");

        cluster.node("b").partition();
        assertThatThrownBy(() -> client.get(lost.get(0))).isInstanceOf(OperationTimeoutException.class);
        for (String key : HashedKeys.all()) {
            if (!primary(key).equals("b")) {
                assertThat(done(client.set(key, 0, "v"))).isTrue();
            }
        }

        cluster.node("b").heal();
        await("the connection that was reset is made anew")
                .atMost(TIME_LIMIT)
                .ignoreException(OperationTimeoutException.class)
                .until(() -> done(client.set(lost.get(0), 0, "v")) && client.get(lost.get(0)) != null);
        awaitReturn();
        assertThat(done(client.set(lost.get(0), 0, "v"))).isTrue();
        assertThat(HashedKeys.holders(cluster, lost.get(0))).contains("b");
    }

    private void connect(FailureMode failureMode) throws Exception {
        connect(failureMode, OPERATION_TIME_LIMIT);
    }

    private void connect(FailureMode failureMode, Duration operationTimeLimit) throws Exception {
        client = SpymemcachedOperations.connected(
                cluster.addresses(),
                new ConnectionFactoryBuilder()
                        .setProtocol(kind.protocol())
                        .setLocatorType(kind.locator())
                        .setHashAlg(kind.hash())
                        .setFailureMode(failureMode)
                        .setMaxReconnectDelay(1)
                        .setOpTimeout(operationTimeLimit.toMillis())
                        .setDaemon(true)
                        .build());
        awaitReturn();
    }

    /** The client reads from a connection only if it waits for a reply, and so has to ask to notice that it was reset. */
    private void awaitLoss() {
        await("the loss of a node")
                .atMost(TIME_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    client.asyncGetBulk(HashedKeys.all());
                    return activeNodes() == 2;
                });
    }

    private void awaitReturn() {
        await("connections to all nodes")
                .atMost(TIME_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> activeNodes() == 3);
    }

    private long activeNodes() {
        return client.getNodeLocator().getAll().stream()
                .filter(MemcachedNode::isActive)
                .count();
    }

    private String primary(String key) {
        return name(client.getNodeLocator().getPrimary(key));
    }

    /** Where a key goes to while its node is lost. */
    private String substitute(String key) {
        return substitutes(key).findFirst().orElseThrow();
    }

    /** Ketama tries a few times only to find another node for a key, and some may not move. */
    private List<String> keysThatCanMoveFrom(String node) {
        List<String> keys = HashedKeys.all().stream()
                .filter(key ->
                        primary(key).equals(node) && substitutes(key).findAny().isPresent())
                .toList();
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private Stream<String> substitutes(String key) {
        NodeLocator locator = client.getNodeLocator();
        Iterable<MemcachedNode> sequence = () -> locator.getSequence(key);
        return StreamSupport.stream(sequence.spliterator(), false)
                .map(this::name)
                .filter(name -> !name.equals(primary(key)));
    }

    private String name(MemcachedNode node) {
        return HashedKeys.nameAt(cluster, (InetSocketAddress) node.getSocketAddress());
    }
}
