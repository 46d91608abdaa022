package io.github.fakecached.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.junit.MemcachedTest;
import java.util.stream.IntStream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

@MemcachedTest(nodes = {"a", "b", "c"})
class LostNodeTest {
    @Test
    void productsAreShownWhileANodeIsGone(FakeCluster cluster, MemcachedClient client) {
        var catalog = new ResilientCatalog(client, product -> "chair");
        IntStream.range(0, 30).forEach(catalog::name);

        cluster.node("b").kill();

        assertThat(IntStream.range(0, 30).mapToObj(catalog::name)).containsOnly("chair");
    }
}
