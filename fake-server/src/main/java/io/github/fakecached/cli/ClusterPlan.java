package io.github.fakecached.cli;

import io.github.fakecached.Administration;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeClusterBuilder;
import io.github.fakecached.FakeMemcachedBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The nodes that a command line asks for: those that {@code --node} names, or else one. They have all other options in common;
 * a port is never one of these.
 */
final class ClusterPlan {

    private static final String ONLY_NODE = "default";
    private static final int ANY_FREE = 0;

    private final GivenOptions given;
    private final UnaryOperator<Administration> more;
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    private ClusterPlan(GivenOptions given, UnaryOperator<Administration> more) {
        this.given = given;
        this.more = more;
        given.all(MemcachedOption.NODE).forEach(this::addNode);
    }

    /**
     * The settings that the options name.
     *
     * @param more what clients may do besides
     */
    static FakeClusterBuilder of(GivenOptions given, UnaryOperator<Administration> more) {
        ClusterPlan plan = new ClusterPlan(given, more);
        plan.refuseContradictions();
        String[] names = plan.ports.isEmpty()
                ? new String[] {ONLY_NODE}
                : plan.ports.keySet().toArray(String[]::new);
        return FakeCluster.builder().nodes(names).configure(plan::configure);
    }

    private void addNode(String value) {
        int colon = value.lastIndexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        int port = colon < 0 ? ANY_FREE : WholeNumber.of("--node " + name + ":", value.substring(colon + 1));
        if (name.isBlank()) {
            throw Refusal.ofUse("--node " + value + ": a node has a name: give name, or name:port");
        }
        if (port < 0 || port > 65535) {
            throw Refusal.ofUse("--node " + value + ": Invalid port number " + port + ".");
        }
        if (ports.put(name, port) != null) {
            throw Refusal.ofUse("--node " + name + " is there twice: names of nodes differ");
        }
    }

    private void refuseContradictions() {
        if (ports.isEmpty()) {
            return;
        }
        refuseBesideNodes(MemcachedOption.PORT, "give each node its port: --node name:port");
        refuseBesideNodes(MemcachedOption.UNIX_SOCKET, "nodes listen on ports");
        if (ListenOptions.namePorts(given)) {
            throw Refusal.ofUse("-l with a port is for one node: give -l the address, and each node its port");
        }
        if (ports.size() > 1 && given.number(MemcachedOption.UDP_PORT, 0) > 0) {
            throw Refusal.ofUse("-U with a port is for one node: -U -1 gives each node any free one");
        }
    }

    private void refuseBesideNodes(MemcachedOption option, String instead) {
        if (given.has(option)) {
            throw Refusal.ofUse(option + " goes not with --node: " + instead);
        }
    }

    /** Also called for nodes that are added when all run. */
    private void configure(String name, FakeMemcachedBuilder node) {
        if (ports.isEmpty() && name.equals(ONLY_NODE)) {
            ServerPlan.apply(given, node, more);
            return;
        }
        if (given.has(MemcachedOption.UNIX_SOCKET)) {
            throw new IllegalArgumentException(
                    "a fake that listens on a Unix domain socket is the only one: start it on a port to add nodes");
        }
        ServerPlan.apply(given, node, more);
        ListenOptions.applyBut(Objects.requireNonNullElse(ports.get(name), ANY_FREE), given, node);
    }
}
