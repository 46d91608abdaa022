package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Amazon ElastiCache's way to announce nodes, in the form of its user guide ("How Auto Discovery Works"). */
class ClusterConfigurationTest {

    private static final List<ClusterConfiguration.Node> NODES = List.of(
            new ClusterConfiguration.Node("one.example", "10.0.0.1", 11211),
            new ClusterConfiguration.Node("two.example", "", 11212));

    @Test
    void nodesAreAnnouncedAsTheyAreAtTheTime() throws IOException {
        AtomicLong version = new AtomicLong(12);
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .clusterConfiguration(() -> new ClusterConfiguration(version.getAndIncrement(), NODES))
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("config get cluster\r\n"))
                    .isEqualTo("CONFIG cluster 0 49\r\n12\none.example|10.0.0.1|11211 two.example||11212\n\r\nEND\r\n");
            assertThat(client.say("get AmazonElastiCache:cluster\r\n"))
                    .isEqualTo("VALUE AmazonElastiCache:cluster 0 49\r\n"
                            + "13\none.example|10.0.0.1|11211 two.example||11212\n\r\nEND\r\n");
            assertThat(client.say("config get nodes\r\nconfig\r\n")).isEqualTo("ERROR\r\nERROR\r\n");
        }
    }

    @Test
    void withoutNodesItIsAsInMemcached() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("config get cluster\r\nget AmazonElastiCache:cluster\r\n"))
                    .isEqualTo("ERROR\r\nEND\r\n");
        }
    }

    @Test
    void whatClientsCouldNotReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterConfiguration(0, NODES));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterConfiguration(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterConfiguration.Node("a|b", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterConfiguration.Node("a", "1 2", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterConfiguration.Node("a", "", 65536));
    }
}
