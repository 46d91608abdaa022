package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.fakecached.clock.ControllableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FakeClusterTest {

    @Test
    void nodesAreInTheOrderOfTheirNames() {
        try (FakeCluster cluster = FakeCluster.start("c", "a", "b")) {
            assertThat(cluster.names()).containsExactly("c", "a", "b");
            assertThat(cluster.nodes().values())
                    .containsExactly(cluster.node("c"), cluster.node("a"), cluster.node("b"))
                    .doesNotHaveDuplicates()
                    .allMatch(FakeMemcached::isRunning);
            assertThat(cluster.addresses())
                    .containsExactly(
                            cluster.node("c").address(),
                            cluster.node("a").address(),
                            cluster.node("b").address());
            assertThat(cluster.servers())
                    .isEqualTo("127.0.0.1:" + cluster.node("c").port() + ",127.0.0.1:"
                            + cluster.node("a").port() + ",127.0.0.1:"
                            + cluster.node("b").port());
            assertThat(cluster.toString())
                    .startsWith("c: memcached 1.6.45 (fake) at 127.0.0.1:")
                    .contains(", a: memcached", ", b: memcached");
        }
    }

    @Test
    void withoutNamesThereIsOneNode() {
        try (FakeCluster cluster = FakeCluster.builder().start()) {
            assertThat(cluster.names()).containsExactly("default");
        }
    }

    @Test
    void closeStopsAllNodes() {
        FakeCluster cluster = FakeCluster.start("a", "b");
        cluster.addNode("c");
        cluster.close();
        cluster.close();
        assertThat(cluster.nodes().values()).hasSize(3).noneMatch(FakeMemcached::isRunning);
    }

    @Test
    void aNodeThatIsNotThereIsAnsweredWithThoseThatAre() {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cluster.node("c"))
                    .withMessage("there is no node \"c\"; there are [a, b]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cluster.removeNode("c"))
                    .withMessageContaining("there are [a, b]");
        }
    }

    @Test
    void namesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(FakeCluster::start).withMessageContaining("at least one node");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeCluster.start("a", "b", "a"))
                .withMessageContaining("[a, b, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeCluster.start("a", " "))
                .withMessageContaining("blank");
        try (FakeCluster cluster = FakeCluster.start("a")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cluster.addNode("a"))
                    .withMessageContaining("\"a\" already");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cluster.addNode(""))
                    .withMessageContaining("blank");
        }
    }

    @Test
    void allNodesLiveByOneClock() {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            cluster.addNode("c");
            for (FakeMemcached node : cluster.nodes().values()) {
                node.contents().put("k", "v", Duration.ofMinutes(1));
                assertThat(node.clock()).isSameAs(cluster.clock());
            }

            cluster.clock().advance(Duration.ofMinutes(1));

            assertThat(cluster.nodes().values())
                    .allMatch(node -> node.contents().isEmpty());
        }
    }

    @Test
    void aClockOfTheSettingsIsThatOfAllNodes() {
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("a", "b")
                .configure(node -> node.clock(ControllableClock.startingAt(start)))
                .start()) {
            cluster.clock().pause();
            assertThat(cluster.clock().now()).isBetween(start, start.plusSeconds(60));
            assertThat(cluster.node("b").clock()).isSameAs(cluster.clock());
        }
    }

    @Test
    void settingsAreThoseOfAllNodesAlsoOfThoseThatAreAdded() {
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("a", "b")
                .configure(node -> node.version(MemcachedVersion.V1_6_18))
                .start()) {
            cluster.addNode("c");
            assertThat(cluster.nodes().values())
                    .hasSize(3)
                    .allMatch(node -> node.version() == MemcachedVersion.V1_6_18);
        }
    }

    @Test
    void theJournalNamesTheNode() throws IOException {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            say(cluster.node("b"), "get k\r\n");
            assertThat(cluster.node("b").journal().exchanges())
                    .isNotEmpty()
                    .allMatch(exchange -> exchange.node().equals("b"));
        }
    }

    @Test
    void aNodeThatIsRemovedIsStoppedAndComesBackEmptyOnItsPort() {
        try (FakeCluster cluster = FakeCluster.start("a", "b", "c")) {
            FakeMemcached b = cluster.node("b");
            int port = b.port();
            b.contents().put("k", "v");

            cluster.removeNode("b");

            assertThat(cluster.names()).containsExactly("a", "c");
            assertThat(b.isRunning()).isFalse();

            assertThat(cluster.addNode("b")).isSameAs(b);
            assertThat(cluster.names()).containsExactly("a", "c", "b");
            assertThat(b.port()).isEqualTo(port);
            assertThat(b.isRunning()).isTrue();
            assertThat(b.contents().isEmpty()).isTrue();
        }
    }

    @Test
    void theLastNodeIsNotRemoved() {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            cluster.removeNode("a");
            assertThatIllegalStateException()
                    .isThrownBy(() -> cluster.removeNode("b"))
                    .withMessageContaining("\"b\" is the last node");
            assertThat(cluster.node("b").isRunning()).isTrue();
        }
    }

    @Test
    void repairBringsBackTheNodesOfTheStartAndLeavesItemsAndTime() {
        try (FakeCluster cluster = FakeCluster.start("killed", "paused", "partitioned", "removed", "well")) {
            List<FakeMemcached> nodes = List.copyOf(cluster.nodes().values());
            nodes.forEach(node -> node.contents().put("k", "v"));
            cluster.clock().pause();
            cluster.node("killed").kill();
            cluster.node("paused").pause();
            cluster.node("partitioned").partition();
            cluster.removeNode("removed");
            FakeMemcached added = cluster.addNode("added");

            assertThat(cluster.repair()).isTrue();
            assertThat(cluster.repair()).isFalse();

            assertThat(cluster.names()).containsExactly("killed", "paused", "partitioned", "removed", "well");
            assertThat(cluster.nodes().values())
                    .containsExactlyElementsOf(nodes)
                    .allMatch(FakeMemcached::isRunning)
                    .noneMatch(FakeMemcached::isPaused)
                    .noneMatch(FakeMemcached::isPartitioned);
            assertThat(added.isRunning()).isFalse();
            assertThat(nodes).extracting(node -> node.contents().size()).containsExactly(0, 1, 1, 0, 1);
            assertThat(cluster.clock().isPaused()).isTrue();
        }
    }

    @Test
    void eachThingThatIsRepairedIsTold() {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            List<Runnable> damages = List.of(
                    () -> cluster.node("a").stop(),
                    () -> cluster.node("a").pause(),
                    () -> cluster.node("b").partition(),
                    () -> cluster.removeNode("a"),
                    () -> cluster.addNode("c"),
                    () -> {
                        cluster.removeNode("a");
                        cluster.addNode("a");
                    });
            for (Runnable damage : damages) {
                damage.run();
                assertThat(cluster.repair()).isTrue();
                assertThat(cluster.repair()).isFalse();
                assertThat(cluster.names()).containsExactly("a", "b");
            }
        }
    }

    @Test
    void resetRepairsAndForgetsItemsAndTime() {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            cluster.node("a").contents().put("k", "v");
            cluster.node("b").kill();
            cluster.clock().pause();

            cluster.reset();

            assertThat(cluster.node("a").contents().isEmpty()).isTrue();
            assertThat(cluster.node("b").isRunning()).isTrue();
            assertThat(cluster.clock().isPaused()).isFalse();
        }
    }

    @Test
    void nodesAnnounceNothingUnlessAsked() throws IOException {
        try (FakeCluster cluster = FakeCluster.start("a", "b")) {
            assertThat(say(cluster.node("a"), "config get cluster\r\n")).isEqualTo("ERROR\r\n");
        }
    }

    @Test
    void eachNodeAnnouncesAllAndTheVersionGoesUpWhenTheyChange() throws IOException {
        try (FakeCluster cluster =
                FakeCluster.builder().nodes("a", "b").autoDiscovery(true).start()) {
            FakeMemcached a = cluster.node("a");
            FakeMemcached b = cluster.node("b");
            assertThat(announcedBy(a)).isEqualTo("1\n" + text(a) + " " + text(b) + "\n");
            assertThat(announcedBy(b)).isEqualTo(announcedBy(a));

            FakeMemcached c = cluster.addNode("c");
            assertThat(announcedBy(a)).isEqualTo("2\n" + text(a) + " " + text(b) + " " + text(c) + "\n");
            assertThat(announcedBy(c)).isEqualTo(announcedBy(a));

            b.kill();
            assertThat(announcedBy(a)).isEqualTo("2\n" + text(a) + " " + text(b) + " " + text(c) + "\n");

            cluster.removeNode("b");
            assertThat(announcedBy(c)).isEqualTo("3\n" + text(a) + " " + text(c) + "\n");

            cluster.reset();
            assertThat(announcedBy(b)).isEqualTo("4\n" + text(a) + " " + text(b) + "\n");
            cluster.reset();
            assertThat(announcedBy(b)).startsWith("4\n");
        }
    }

    @Test
    void aClusterThatCannotBeStartedLeavesNoNodeBehind() throws IOException {
        List<Integer> ports = new ArrayList<>();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FakeClusterBuilder builder = FakeCluster.builder().nodes("a", "b").configure(node -> {
                if (ports.isEmpty()) {
                    ports.add(freePort());
                    node.port(ports.get(0));
                } else {
                    node.port(taken.getLocalPort());
                }
            });
            assertThatIllegalStateException().isThrownBy(builder::start).withMessageContaining("cannot listen");
        }
        try (FakeMemcached other = FakeMemcached.builder().port(ports.get(0)).start()) {
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void settingsMayDifferByTheNameOfTheNode() {
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("old", "new")
                .configure((name, node) ->
                        node.version(name.equals("old") ? MemcachedVersion.V1_6_18 : MemcachedVersion.V1_6_45))
                .start()) {
            assertThat(cluster.node("old").version()).isEqualTo(MemcachedVersion.V1_6_18);
            assertThat(cluster.node("new").version()).isEqualTo(MemcachedVersion.V1_6_45);
            assertThat(cluster.addNode("newer").version()).isEqualTo(MemcachedVersion.V1_6_45);
        }
    }

    private static int freePort() {
        try (FakeMemcached free = FakeMemcached.start()) {
            return free.port();
        }
    }

    private static String announcedBy(FakeMemcached node) throws IOException {
        String reply = say(node, "config get cluster\r\n");
        assertThat(reply).startsWith("CONFIG cluster 0 ").endsWith("\r\nEND\r\n");
        return reply.substring(reply.indexOf("\r\n") + 2, reply.length() - "\r\nEND\r\n".length());
    }

    private static String text(FakeMemcached node) {
        return "127.0.0.1|127.0.0.1|" + node.port();
    }

    private static String say(FakeMemcached memcached, String request) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }
}
