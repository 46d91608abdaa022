package io.github.fakecached.junit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests with several nodes: what they get, and what is undone between them. */
class NodesTest {

    private static final List<FakeCluster> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void nodesAndClientsOfOneAndOfAllAreInjected() {
        JupiterRun.of(InjectionTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
        assertThat(SEEN.get(0).nodes().values()).noneMatch(FakeMemcached::isRunning);
    }

    @MemcachedTest(nodes = {"a", "b", "c"})
    static class InjectionTestCases {
        @MemcachedNode("a")
        private static FakeMemcached a;

        @MemcachedNode("b")
        private FakeMemcached b;

        @MemcachedNode("b")
        private MemcachedClient clientOfB;

        @Memcached
        private FakeCluster cluster;

        private final FakeMemcached c;

        InjectionTestCases(@MemcachedNode("c") FakeMemcached c) {
            this.c = c;
        }

        @Test
        void parametersAreAsFields(
                FakeCluster parameter,
                @MemcachedNode("b") InetSocketAddress address,
                @MemcachedNode("b") MemcachedClient client,
                ControllableClock clock) {
            assertThat(parameter).isSameAs(cluster);
            assertThat(cluster.nodes()).containsExactly(Map.entry("a", a), Map.entry("b", b), Map.entry("c", c));
            assertThat(address).isEqualTo(b.address());
            assertThat(client).isSameAs(clientOfB);
            assertThat(clock).isSameAs(cluster.clock());
            SEEN.add(cluster);
        }

        @Test
        void clientsAreConnectedWithAllNodesOrTheOneThatIsNamed(MemcachedClient client) throws Exception {
            assertThat(client.getAvailableServers()).hasSize(3);
            assertThat(clientOfB.getAvailableServers()).hasSize(1);
            assertThat(clientOfB.set("k", 0, "v").get()).isTrue();
            assertThat(b.contents().get("k")).isPresent();
            for (int i = 0; i < 100; i++) {
                assertThat(client.set("key" + i, 0, "v").get()).isTrue();
            }
            assertThat(cluster.nodes().values())
                    .noneMatch(node -> node.contents().isEmpty());
            SEEN.add(cluster);
        }
    }

    @Test
    void whatWasDoneToNodesIsUndoneBeforeTheNextTest() {
        JupiterRun.of(DamageTestCases.class).passes(7);
    }

    @MemcachedTest(nodes = {"a", "b"})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DamageTestCases {
        @BeforeEach
        void allIsWell(FakeCluster cluster, MemcachedClient client) throws Exception {
            allIsWellFor(cluster, client);
        }

        static void allIsWellFor(FakeCluster cluster, MemcachedClient client) throws Exception {
            assertThat(cluster.names()).containsExactly("a", "b");
            for (int i = 0; i < 20; i++) {
                assertThat(client.set("key" + i, 0, "v").get()).isTrue();
                assertThat(client.get("key" + i)).isEqualTo("v");
            }
            assertThat(cluster.nodes().values())
                    .noneMatch(node -> node.contents().isEmpty());
        }

        @Test
        @Order(1)
        void kill(@MemcachedNode("b") FakeMemcached b) {
            b.kill();
        }

        @Test
        @Order(2)
        void pause(@MemcachedNode("b") FakeMemcached b, MemcachedClient client) {
            b.pause();
            IntStream.range(0, 20).forEach(i -> client.set("left" + i, 0, "v"));
        }

        @Test
        @Order(3)
        void nothingIsLeftOfWhatWaited(FakeCluster cluster) {
            assertThat(cluster.nodes().values().stream()
                            .mapToInt(node -> node.contents().size())
                            .sum())
                    .isEqualTo(20);
        }

        @Test
        @Order(4)
        void partition(@MemcachedNode("a") FakeMemcached a, MemcachedClient client) {
            a.partition();
            IntStream.range(0, 20).forEach(i -> client.set("left" + i, 0, "v"));
        }

        @Test
        @Order(5)
        void remove(FakeCluster cluster) {
            cluster.removeNode("a");
        }

        @Test
        @Order(6)
        void add(FakeCluster cluster) {
            cluster.addNode("c");
        }

        @Test
        @Order(7)
        void last() {}

        @AfterEach
        void nodesAreToBeHadByName(FakeCluster cluster) {
            assertThat(cluster.node("b").address()).isNotNull();
        }
    }

    @Test
    void alsoWithoutResetWhatWasDoneToNodesIsUndone() {
        JupiterRun.of(WithoutResetTestCases.class).passes(2);
    }

    @MemcachedTest(
            nodes = {"a", "b"},
            lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET)
    static class WithoutResetTestCases {
        @Test
        void one(FakeCluster cluster, MemcachedClient client) throws Exception {
            DamageTestCases.allIsWellFor(cluster, client);
            cluster.node("b").kill();
            cluster.node("a").pause();
        }

        @Test
        void another(FakeCluster cluster, MemcachedClient client) throws Exception {
            DamageTestCases.allIsWellFor(cluster, client);
            cluster.removeNode("a");
            cluster.node("b").partition();
        }
    }

    @Test
    void classesShareTheNodesOfTheRunIfTheirNamesAreTheSame() {
        JupiterRun.of(PerRunTestCases.class, PerRunTooTestCases.class, PerRunOtherNamesTestCases.class)
                .passes(3);

        assertThat(SEEN).hasSize(3);
        assertThat(SEEN.get(1)).isSameAs(SEEN.get(0));
        assertThat(SEEN.get(2)).isNotSameAs(SEEN.get(0));
    }

    @MemcachedTest(
            nodes = {"a", "b"},
            lifecycle = Lifecycle.PER_RUN)
    static class PerRunTestCases {
        @Test
        void test(FakeCluster cluster) {
            SEEN.add(cluster);
        }
    }

    @MemcachedTest(
            nodes = {"a", "b"},
            lifecycle = Lifecycle.PER_RUN)
    static class PerRunTooTestCases {
        @Test
        void test(FakeCluster cluster) {
            SEEN.add(cluster);
        }
    }

    @MemcachedTest(
            nodes = {"b", "a"},
            lifecycle = Lifecycle.PER_RUN)
    static class PerRunOtherNamesTestCases {
        @Test
        void test(FakeCluster cluster) {
            assertThat(cluster.names()).containsExactly("b", "a");
            SEEN.add(cluster);
        }
    }

    @Test
    void aFakeWithoutANameIsRefusedIfThereAreSeveral() {
        assertThat(JupiterRun.of(WhichFakeTestCases.class).failure())
                .hasMessageContaining(
                        "which node is meant? There are [a, b]: add @MemcachedNode(\"a\") or another, or ask for a FakeCluster");
        assertThat(JupiterRun.of(WhichAddressTestCases.class).failure())
                .hasMessageContainingAll("WhichAddressTestCases.address", "which node is meant? There are [a, b]");
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class WhichFakeTestCases {
        @Test
        void test(FakeMemcached which) {}
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class WhichAddressTestCases {
        @Memcached
        InetSocketAddress address;

        @Test
        void test() {}
    }

    @Test
    void aNameThatNoNodeHasIsRefusedWithThoseThatThereAre() {
        assertThat(JupiterRun.of(UnknownNodeTestCases.class).failure())
                .hasMessageContaining("there is no node \"c\"; there are [a, b]");
        assertThat(JupiterRun.of(UnknownNodeOfClientTestCases.class).failure())
                .hasMessageContaining("there is no node \"c\"; there are [a, b]");
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class UnknownNodeTestCases {
        @Test
        void test(@MemcachedNode("c") FakeMemcached c) {}
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class UnknownNodeOfClientTestCases {
        @Test
        void test(@MemcachedNode("c") MemcachedClient client) {}
    }

    @Test
    void whatBelongsToAllNodesIsNotOfOne() {
        assertThat(JupiterRun.of(ClusterOfOneTestCases.class).failure())
                .hasMessageContaining("a FakeCluster is one of all nodes: remove @MemcachedNode(\"a\")");
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class ClusterOfOneTestCases {
        @Test
        void test(@MemcachedNode("a") FakeCluster cluster) {}
    }

    @Test
    void namesThatCannotBeFailTheTest() {
        assertThat(JupiterRun.of(SameNamesTestCases.class).failure()).hasMessageContaining("[a, a]");
    }

    @MemcachedTest(nodes = {"a", "a"})
    static class SameNamesTestCases {
        @Test
        void test(FakeCluster cluster) {}
    }

    @Test
    void theOnlyNodeNeedsNoName() {
        JupiterRun.of(OneNodeTestCases.class).passes(2);
    }

    @MemcachedTest(nodes = "alone")
    static class OneNodeTestCases {
        @Test
        void named(FakeMemcached memcached, @MemcachedNode("alone") FakeMemcached alone, FakeCluster cluster) {
            assertThat(memcached).isSameAs(alone);
            assertThat(cluster.names()).containsExactly("alone");
        }

        @Nested
        @MemcachedTest
        class UnnamedTestCases {
            @Test
            void unnamed(FakeMemcached memcached, FakeCluster cluster) {
                assertThat(cluster.node("default")).isSameAs(memcached);
            }
        }
    }

    @Test
    void testsInParallelHaveNodesOfTheirOwn() {
        JupiterRun.of(JupiterRun.PARALLEL, ParallelTestCases.class).passes(3);
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class ParallelTestCases {
        private static final Set<FakeCluster> IN_USE = ConcurrentHashMap.newKeySet();

        private static void use(FakeCluster cluster, FakeMemcached b) {
            assertThat(IN_USE.add(cluster)).isTrue();
            assertThat(cluster.node("b")).isSameAs(b);
            assertThat(cluster.nodes().values()).allMatch(FakeMemcached::isRunning);
            b.kill();
            assertThat(cluster.node("a").isRunning()).isTrue();
            IN_USE.remove(cluster);
        }

        @Test
        void one(FakeCluster cluster, @MemcachedNode("b") FakeMemcached b) {
            use(cluster, b);
        }

        @Test
        void another(FakeCluster cluster, @MemcachedNode("b") FakeMemcached b) {
            use(cluster, b);
        }

        @Test
        void third(FakeCluster cluster, @MemcachedNode("b") FakeMemcached b) {
            use(cluster, b);
        }
    }

    @Test
    void theBuilderAndTheAnnotationAnnounceNodes() {
        JupiterRun.of(RegisteredTestCases.class).passes(1);
        JupiterRun.of(AnnouncedTestCases.class).passes(1);
    }

    static class RegisteredTestCases {
        @RegisterExtension
        static final MemcachedExtension MEMCACHED =
                MemcachedExtension.builder().nodes("a", "b").autoDiscovery(true).build();

        @Test
        void test(FakeCluster cluster, @MemcachedNode("b") FakeMemcached b) throws IOException {
            assertThat(announcedBy(b))
                    .contains("\r\n1\n127.0.0.1|127.0.0.1|" + cluster.node("a").port() + " ");
        }
    }

    @MemcachedTest(
            nodes = {"a", "b"},
            autoDiscovery = true)
    static class AnnouncedTestCases {
        @Test
        void test(FakeCluster cluster, @MemcachedNode("b") FakeMemcached b) throws IOException {
            assertThat(announcedBy(b))
                    .contains("\r\n1\n127.0.0.1|127.0.0.1|" + cluster.node("a").port() + " ");
        }
    }

    private static String announcedBy(FakeMemcached node) throws IOException {
        try (Socket socket = new Socket(node.address().getAddress(), node.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("config get cluster\r\nquit\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
