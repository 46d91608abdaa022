package io.github.fakecached;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Settings of a {@link FakeCluster} to be started.
 *
 * <pre>{@code
 * FakeCluster cluster = FakeCluster.builder()
 *         .nodes("a", "b", "c")
 *         .configure(node -> node.version(MemcachedVersion.V1_6_18))
 *         .autoDiscovery(true)
 *         .start();
 * }</pre>
 *
 * <p>Not for use by several threads at once.
 */
public final class FakeClusterBuilder {

    List<String> names = List.of("default");
    BiConsumer<String, FakeMemcachedBuilder> configuration = (name, node) -> {};
    boolean autoDiscovery;

    FakeClusterBuilder() {}

    /**
     * The nodes to start with.
     *
     * @param names their names, in their order, no two alike; one node named {@code default} by default
     * @return this builder
     * @throws IllegalArgumentException if there is none, a name is blank, or there twice
     */
    public FakeClusterBuilder nodes(String... names) {
        List<String> checked = List.of(names);
        require(!checked.isEmpty(), "a cluster has at least one node: name it");
        checked.forEach(FakeClusterBuilder::checkName);
        require(
                checked.stream().distinct().count() == checked.size(),
                "names of nodes differ, unlike those of " + checked);
        this.names = checked;
        return this;
    }

    /**
     * The settings of the nodes, all that the builder of one has. All nodes live by one clock: if these settings name one, that
     * which they name for the first node.
     *
     * @param settings called for each node, also for those that are added later, with a new builder; must not start it
     * @return this builder
     */
    public FakeClusterBuilder configure(Consumer<FakeMemcachedBuilder> settings) {
        Objects.requireNonNull(settings, "settings");
        return configure((name, node) -> settings.accept(node));
    }

    /**
     * The settings of the nodes where they differ, as ports do. Otherwise as {@link #configure(Consumer)}, which it replaces.
     *
     * @param settings called with the name of each node and a new builder for it; must not start it
     * @return this builder
     */
    public FakeClusterBuilder configure(BiConsumer<String, FakeMemcachedBuilder> settings) {
        this.configuration = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Whether each node announces all of them to clients that discover nodes, as Amazon ElastiCache does in answer to
     * {@code config get cluster}. Nodes that are stopped are announced still; the version goes up when one is added or removed.
     *
     * @param enabled false by default: memcached announces nothing
     * @return this builder
     */
    public FakeClusterBuilder autoDiscovery(boolean enabled) {
        this.autoDiscovery = enabled;
        return this;
    }

    /**
     * Starts a cluster with these settings.
     *
     * @return a cluster whose nodes accept connections
     * @throws IllegalArgumentException if the settings of a node contradict each other
     * @throws IllegalStateException if a node cannot listen on its port, for instance because another node has the same; no node
     *     is left running then
     */
    public FakeCluster start() {
        return new FakeCluster(this);
    }

    static void checkName(String name) {
        require(!name.isBlank(), "a node has a name that is not blank, unlike \"" + name + "\"");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
