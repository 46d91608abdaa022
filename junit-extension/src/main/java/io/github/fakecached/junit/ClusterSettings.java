package io.github.fakecached.junit;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcachedBuilder;
import java.util.List;
import java.util.function.Consumer;

/** The nodes that a test class asks for, and their settings; equal ones let test classes share them. */
record ClusterSettings(List<String> nodes, boolean autoDiscovery, Consumer<FakeMemcachedBuilder> server) {

    static ClusterSettings of(MemcachedTest annotation) {
        return new ClusterSettings(
                List.of(annotation.nodes()), annotation.autoDiscovery(), ServerSettings.of(annotation));
    }

    FakeCluster start() {
        return FakeCluster.builder()
                .nodes(nodes.toArray(String[]::new))
                .autoDiscovery(autoDiscovery)
                .configure(server)
                .start();
    }
}
