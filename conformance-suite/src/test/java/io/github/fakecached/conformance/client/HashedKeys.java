package io.github.fakecached.conformance.client;

import io.github.fakecached.FakeCluster;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Keys for clients that spread them over the nodes of a cluster, and on which nodes they really are. */
final class HashedKeys {

    private static final int KEYS = 60;

    private HashedKeys() {}

    /** So many that each of three nodes has some. */
    static List<String> all() {
        return IntStream.range(0, KEYS).mapToObj(i -> "key" + i).toList();
    }

    /** The names of the running nodes that hold a key. */
    static List<String> holders(FakeCluster cluster, String key) {
        return cluster.nodes().entrySet().stream()
                .filter(node -> node.getValue().isRunning()
                        && node.getValue().contents().get(key).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The name of the node at an address, or something else where there is none. */
    static String nameAt(FakeCluster cluster, InetSocketAddress address) {
        return cluster.nodes().entrySet().stream()
                .filter(node -> node.getValue().port() == address.getPort())
                .map(Map.Entry::getKey)
                .findAny()
                .orElse("none at " + address);
    }
}
