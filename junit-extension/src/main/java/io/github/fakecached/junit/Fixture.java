package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One or more servers and their clients, one of each type, made when first asked for. Which tests use them is for others to decide.
 * Safe for use by several threads.
 */
final class Fixture extends StoredResource {

    private final List<String> names;
    private final Servers servers;
    private final Map<ClientKey, OpenClient<?>> clients = new LinkedHashMap<>();

    /** What a client is of: its type, and the node that it knows, or null for all. */
    private record ClientKey(Class<?> type, @Nullable String node) {}

    private Fixture(List<String> names, Servers servers) {
        this.names = names;
        this.servers = servers;
    }

    /** A fixture of these servers, which it closes in the end. */
    static Fixture of(List<String> names, Servers servers) {
        return new Fixture(names, servers);
    }

    FakeCluster cluster() {
        return servers.cluster();
    }

    /** The same, or nothing if the servers are real. */
    Optional<FakeCluster> fakes() {
        return servers instanceof FakeServers fakes ? Optional.of(fakes.cluster()) : Optional.empty();
    }

    ControllableClock clock() {
        return servers.clock();
    }

    /** Where all nodes listen. */
    List<InetSocketAddress> addresses() {
        return servers.connectionSettings().servers();
    }

    /** The node of a name, or the only one if there is no name. */
    FakeMemcached node(@Nullable String name) {
        return servers.cluster().node(nameOrOnly(name));
    }

    /** Where that node listens. */
    InetSocketAddress address(@Nullable String name) {
        List<InetSocketAddress> addresses =
                servers.connectionSettings(nameOrOnly(name)).servers();
        if (addresses.isEmpty()) {
            throw new IllegalStateException("there is no address: the fake listens on a Unix domain socket");
        }
        return addresses.get(0);
    }

    private String nameOrOnly(@Nullable String name) {
        if (name != null) {
            return name;
        }
        if (names.size() > 1) {
            throw new IllegalArgumentException("which node is meant? There are " + names + ": add @MemcachedNode(\""
                    + names.get(0) + "\") or another, or ask for a FakeCluster");
        }
        return names.get(0);
    }

    /** A client of one node, or of all if there is no name. */
    synchronized Object client(ClientFactory<?> factory, @Nullable String node) {
        ClientKey key = new ClientKey(factory.clientType(), node);
        OpenClient<?> open = clients.get(key);
        if (open == null) {
            ConnectionSettings settings =
                    node == null ? servers.connectionSettings() : servers.connectionSettings(node);
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
        boolean repaired = servers.repair();
        List<OpenClient<?>> broken = new ArrayList<>(clients.values());
        broken.removeIf(client -> !repaired && client.isUsable());
        clients.values().removeAll(broken);
        CloseAll.of(broken.stream().<Runnable>map(client -> client::close).toList());
    }

    /** The same, and as new: no item, counter or setting of the clock is left. */
    void reset() {
        repair();
        servers.reset();
    }

    /** Closes the clients, then the nodes, so that no client tries to connect again. */
    @Override
    public synchronized void close() {
        try (servers) {
            CloseAll.of(clients.values().stream()
                    .<Runnable>map(client -> client::close)
                    .toList());
        } finally {
            clients.clear();
        }
    }
}
