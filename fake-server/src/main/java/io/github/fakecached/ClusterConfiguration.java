package io.github.fakecached;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The nodes of a cluster as Amazon ElastiCache announces them to clients that discover nodes: the answer to
 * {@code config get cluster}. Immutable.
 *
 * <p>Nodes of a {@link FakeCluster} announce each other by themselves, if it is told to; others say what they announce:
 *
 * <pre>{@code
 * var nodes = List.of(new ClusterConfiguration.Node("cache-1.example", "127.0.0.1", 11211));
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .clusterConfiguration(() -> new ClusterConfiguration(1, nodes))
 *         .start();
 * }</pre>
 *
 * @param version a number that is larger each time the nodes change; at least 1
 * @param nodes the nodes; at least one
 */
public record ClusterConfiguration(long version, List<Node> nodes) {

    /**
     * Checks and copies.
     *
     * @param version a number that is larger each time the nodes change
     * @param nodes the nodes
     * @throws IllegalArgumentException if the version is less than 1, or there is no node
     */
    public ClusterConfiguration {
        nodes = List.copyOf(nodes);
        if (version < 1) {
            throw new IllegalArgumentException("the version of a configuration is at least 1, not " + version);
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one node");
        }
    }

    /**
     * One node.
     *
     * @param host its name
     * @param address its IP address; may be empty, and clients then resolve the name
     * @param port where it listens, 1 to 65535
     */
    public record Node(String host, String address, int port) {

        /**
         * Checks.
         *
         * @param host its name
         * @param address its IP address
         * @param port where it listens, 1 to 65535
         * @throws IllegalArgumentException if host or address have spaces, line ends or bars, or it is no port
         */
        public Node {
            check(host);
            check(address);
            if (host.isEmpty() || port < 1 || port > 65535) {
                throw new IllegalArgumentException(
                        "a node has a host and a port from 1 to 65535, not \"" + host + "\" and " + port);
            }
        }

        private static void check(String text) {
            if (Objects.requireNonNull(text).chars().anyMatch(character -> character <= ' ' || character == '|')) {
                throw new IllegalArgumentException("a host or address without spaces and bars, not \"" + text + "\"");
            }
        }

        private String text() {
            return host + "|" + address + "|" + port;
        }
    }

    /** What clients are sent: the version and the nodes, a line each. */
    String text() {
        return version + "\n" + nodes.stream().map(Node::text).collect(Collectors.joining(" ")) + "\n";
    }
}
