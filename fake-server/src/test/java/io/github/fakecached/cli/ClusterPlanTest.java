package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterPlanTest {

    @Test
    void withoutNodesThereIsOneOnThePortThatWasAskedFor() throws IOException {
        int port = freePort();
        try (FakeCluster cluster = start("-p", Integer.toString(port))) {
            assertThat(cluster.names()).containsExactly("default");
            assertThat(cluster.node("default").port()).isEqualTo(port);
            assertThat(ReadyLine.text(cluster, Optional.empty()))
                    .isEqualTo("fakecached: memcached 1.6.45 listening on 127.0.0.1:" + port);
        }
    }

    @Test
    void nodesHaveTheirPortsOneClockAndAllOtherOptions() throws IOException {
        int port = freePort();
        try (FakeCluster cluster = start("--node", "a", "--node=b:" + port, "-I", "2m", "-l", "127.0.0.1")) {
            FakeMemcached a = cluster.node("a");
            FakeMemcached b = cluster.node("b");
            assertThat(b.port()).isEqualTo(port);
            assertThat(a.port()).isNotIn(0, port, 11211);
            assertThat(a.clock()).isSameAs(b.clock());
            assertThat(List.of(a, b)).allSatisfy(node -> {
                node.contents().put("k", "v".repeat(1_500_000));
                assertThat(node.contents().size()).isOne();
            });
            assertThat(ReadyLine.text(cluster, Optional.empty()))
                    .endsWith(" listening on a 127.0.0.1:" + a.port() + ", b 127.0.0.1:" + port);
        }
    }

    @Test
    void aNodeThatIsAddedLaterHasAPortOfItsOwn() throws IOException {
        int port = freePort();
        try (FakeCluster cluster = start("-l", "127.0.0.1:" + port, "-U", Integer.toString(port))) {
            FakeMemcached added = cluster.addNode("b");
            assertThat(added.port()).isNotIn(0, port, 11211);
            assertThat(added.udpAddress().getPort()).isNotIn(0, port);
        }
    }

    @Test
    void aUnixSocketIsNotTakenFromItsNode(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("socket");
        try (FakeCluster cluster = start("-s", socket.toString())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cluster.addNode("b"))
                    .withMessageContaining("start it on a port to add nodes");
            assertThat(JSON.std
                            .mapFrom(ReadyLine.json(cluster, Optional.empty()))
                            .get("nodes"))
                    .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                    .singleElement(InstanceOfAssertFactories.MAP)
                    .containsEntry("node", "default")
                    .containsEntry("unixSocket", socket.toString());
        }
    }

    private static FakeCluster start(String... options) {
        return ClusterPlan.of(GivenOptions.read(options), administration -> administration)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
