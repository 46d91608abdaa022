package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One or more fakes and their clients, one of each type, made when first asked for. Which tests use them is for others to decide.
 * Safe for use by several threads.
 */
final class Fixture extends StoredResource {

    private final List<String> names;
    private final FakeCluster cluster;
    private final Map<ClientKey, OpenClient<?>> clients = new LinkedHashMap<>();

    /** What a client is of: its type, and the node that it knows, or null for all. */
    private record ClientKey(Class<?> type, @Nullable String node) {}

    private Fixture(List<String> names, FakeCluster cluster) {
        this.names = names;
        this.cluster = cluster;
    }

    static Fixture start(ClusterSettings settings) {
        return new Fixture(settings.nodes(), settings.start());
    }

    FakeCluster cluster() {
        return cluster;
    }

    /** Where all nodes listen. */
    List<InetSocketAddress> addresses() {
        return cluster.connectionSettings().servers();
    }

    /** The node of a name, or the only one if there is no name. */
    FakeMemcached node(@Nullable String name) {
        if (name != null) {
            return cluster.node(name);
        }
        if (names.size() > 1) {
            throw new IllegalArgumentException("which node is meant? There are " + names + ": add @MemcachedNode(\""
                    + names.get(0) + "\") or another, or ask for a FakeCluster");
        }
        return cluster.node(names.get(0));
    }

    /** A client of one node, or of all if there is no name. */
    synchronized Object client(ClientFactory<?> factory, @Nullable String node) {
        ClientKey key = new ClientKey(factory.clientType(), node);
        OpenClient<?> open = clients.get(key);
        if (open == null) {
            ConnectionSettings settings = node == null
                    ? cluster.connectionSettings()
                    : cluster.node(node).connectionSettings();
            open = OpenClient.connect(factory, settings);
            clients.put(key, open);
        }
        return Objects.requireNonNull(open.client());
    }

    /**
     * Repairs what the last test may have left broken: nodes that are missing or do not answer, clients that are closed or have lost
     * a connection. A client may not know yet what it has lost by what was done to nodes.
     */
    synchronized void repair() {
        boolean repaired = cluster.repair();
        List<OpenClient<?>> broken = new ArrayList<>(clients.values());
        broken.removeIf(client -> !repaired && client.isUsable());
        clients.values().removeAll(broken);
        CloseAll.of(broken.stream().<Runnable>map(client -> client::close).toList());
    }

    /** The same, and as new: no item, counter or setting of the clock is left. */
    void reset() {
        repair();
        cluster.reset();
    }

    /** Closes the clients, then the nodes, so that no client tries to connect again. */
    @Override
    public synchronized void close() {
        try (cluster) {
            CloseAll.of(clients.values().stream()
                    .<Runnable>map(client -> client::close)
                    .toList());
        } finally {
            clients.clear();
        }
    }
}
