package io.github.fakecached;

import io.github.fakecached.clock.ControllableClock;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several fakes for clients that spread keys over nodes: each has a name, and all live by one clock. A test can take a node away
 * and give it back.
 *
 * <pre>{@code
 * try (FakeCluster cluster = FakeCluster.start("a", "b", "c")) {
 *     var client = new MemcachedClient(cluster.addresses());
 *     cluster.node("b").kill();               // resets connections, refuses new ones
 *     ...
 *     cluster.node("b").restart();            // on the same port
 *     cluster.clock().advance(Duration.ofMinutes(30));
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class FakeCluster implements AutoCloseable {

    private final FakeClusterBuilder settings;
    private final Map<String, FakeMemcached> initial = new LinkedHashMap<>();
    private @Nullable ControllableClock clock;
    private volatile Map<String, FakeMemcached> nodes = Map.of();
    private volatile @Nullable ClusterConfiguration announced;

    FakeCluster(FakeClusterBuilder settings) {
        this.settings = settings;
        try {
            settings.names.forEach(name -> initial.put(name, start(name)));
            change(initial);
        } catch (RuntimeException e) {
            initial.values().forEach(FakeMemcached::close);
            throw e;
        }
    }

    /**
     * Starts nodes with default settings, each on a free port of the loopback address.
     *
     * @param names the nodes' names, at least one, no two alike
     * @return a cluster whose nodes accept connections
     * @throws IllegalArgumentException if there is no name, one is blank, or there twice
     */
    public static FakeCluster start(String... names) {
        return builder().nodes(names).start();
    }

    /**
     * Begins a cluster with settings of its own.
     *
     * @return a builder with the default settings
     */
    public static FakeClusterBuilder builder() {
        return new FakeClusterBuilder();
    }

    /**
     * A node.
     *
     * @param name its name
     * @return the node, which may be stopped
     * @throws IllegalArgumentException if there is no such node; the message says which there are
     */
    public FakeMemcached node(String name) {
        FakeMemcached node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("there is no node \"" + name + "\"; there are " + names());
        }
        return node;
    }

    /**
     * All nodes, also those that are stopped, but not those that were removed.
     *
     * @return the nodes by their names, in the order of names; not changed later
     */
    public Map<String, FakeMemcached> nodes() {
        return nodes;
    }

    /**
     * The names of all nodes.
     *
     * @return the names in the order in which the nodes were named and added; not changed later
     */
    public Set<String> names() {
        return nodes.keySet();
    }

    /**
     * The clock of all nodes.
     *
     * @return the one clock
     */
    public ControllableClock clock() {
        return Objects.requireNonNull(clock, "no node was started");
    }

    /**
     * Where clients connect to.
     *
     * @return the address of each node, in the order of names
     * @throws IllegalStateException if nodes listen on no port
     */
    public List<InetSocketAddress> addresses() {
        return nodes.values().stream().map(FakeMemcached::address).toList();
    }

    /**
     * Where clients connect to, in the form in which many of them are configured.
     *
     * @return {@code host:port,host:port}, in the order of names
     * @throws IllegalStateException if nodes listen on no port
     */
    public String servers() {
        return addresses().stream()
                .map(address -> address.getHostString() + ":" + address.getPort())
                .collect(Collectors.joining(","));
    }

    /**
     * All that a client has to know to be served by all nodes: their addresses, and what the settings that they have in common want
     * of clients.
     *
     * @return the settings of the first node, with the addresses of all
     */
    public ConnectionSettings connectionSettings() {
        List<FakeMemcached> all = List.copyOf(nodes.values());
        return all.get(0)
                .connectionSettings()
                .withServers(all.stream()
                        .flatMap(node -> node.addresses().stream().limit(1))
                        .toList());
    }

    /**
     * Starts one more node, with the settings that all have. If the cluster was started with a node of this name, which was
     * removed, that one comes back, empty, on the port it had.
     *
     * @param name a name that no node has
     * @return the node, which accepts connections, and is announced if nodes are
     * @throws IllegalArgumentException if the name is blank, or a node has it
     * @throws IllegalStateException if it cannot listen on its port
     */
    public synchronized FakeMemcached addNode(String name) {
        FakeClusterBuilder.checkName(name);
        if (nodes.containsKey(name)) {
            throw new IllegalArgumentException("there is a node \"" + name + "\" already; there are " + names());
        }
        FakeMemcached node = initial.get(name);
        if (node == null) {
            node = start(name);
        } else {
            node.restart();
        }
        Map<String, FakeMemcached> changed = new LinkedHashMap<>(nodes);
        changed.put(name, node);
        change(changed);
        return node;
    }

    /**
     * Takes a node away: it is announced no longer if nodes are, and {@linkplain FakeMemcached#stop() stopped}.
     *
     * @param name its name
     * @throws IllegalArgumentException if there is no such node
     * @throws IllegalStateException if it is the last one
     */
    public synchronized void removeNode(String name) {
        FakeMemcached node = node(name);
        Map<String, FakeMemcached> changed = new LinkedHashMap<>(nodes);
        changed.remove(name);
        if (changed.isEmpty()) {
            throw new IllegalStateException("\"" + name
                    + "\" is the last node, and a cluster has at least one: stop() the node, or close the cluster");
        }
        change(changed);
        node.stop();
    }

    /**
     * Brings back all nodes with which the cluster was started, and no others: nodes that were removed or stopped are started again,
     * without items, nodes that are paused or partitioned are so no more, and nodes that were added are removed. Everything else
     * stays as it is. The version that is announced only ever goes up.
     *
     * @return whether there was anything to do
     * @throws IllegalStateException if another program has taken a port meanwhile
     */
    public synchronized boolean repair() {
        boolean changed = !List.copyOf(nodes.keySet()).equals(List.copyOf(initial.keySet()));
        boolean repaired = changed;
        for (FakeMemcached node : initial.values()) {
            repaired |= repair(node);
        }
        if (changed) {
            Map<String, FakeMemcached> before = nodes;
            change(initial);
            before.values().stream()
                    .filter(node -> !initial.containsValue(node))
                    .forEach(FakeMemcached::close);
        }
        return repaired;
    }

    /**
     * Makes the cluster as new: {@linkplain #repair() repairs} it and {@linkplain FakeMemcached#reset() resets} all nodes and the
     * clock, while connections to nodes that did not need repair stay open.
     *
     * @throws IllegalStateException if another program has taken a port meanwhile
     */
    public synchronized void reset() {
        repair();
        initial.values().forEach(FakeMemcached::reset);
    }

    /** Stops all nodes; may be called any number of times. */
    @Override
    public synchronized void close() {
        nodes.values().forEach(FakeMemcached::close);
    }

    @Override
    public String toString() {
        return nodes.entrySet().stream()
                .map(node -> node.getKey() + ": " + node.getValue())
                .collect(Collectors.joining(", "));
    }

    private FakeMemcached start(String name) {
        FakeMemcachedBuilder node = FakeMemcached.builder();
        settings.configuration.accept(name, node);
        node.name = name;
        if (clock == null) {
            clock = node.clock;
        }
        node.clock(clock);
        if (settings.autoDiscovery) {
            node.clusterConfiguration(() -> Objects.requireNonNull(announced, "the cluster is being started"));
        }
        return node.start();
    }

    private void change(Map<String, FakeMemcached> changed) {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
        if (settings.autoDiscovery) {
            long version = announced == null ? 1 : announced.version() + 1;
            List<ClusterConfiguration.Node> all = new ArrayList<>();
            addresses()
                    .forEach(address -> all.add(new ClusterConfiguration.Node(
                            address.getHostString(), address.getAddress().getHostAddress(), address.getPort())));
            announced = new ClusterConfiguration(version, all);
        }
    }

    private static boolean repair(FakeMemcached node) {
        if (!node.isRunning()) {
            node.restart();
            return true;
        }
        boolean outage = node.isPaused() || node.isPartitioned();
        node.resume();
        node.heal();
        return outage;
    }
}
