package io.github.fakecached.cli.admin;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import java.util.Map;
import java.util.Optional;

/** Which nodes are meant by the argument {@code node} of an operation. */
final class Nodes {

    private final FakeCluster cluster;

    Nodes(FakeCluster cluster) {
        this.cluster = cluster;
    }

    Map<String, FakeMemcached> all() {
        return cluster.nodes();
    }

    /** The node that is named; if there is one only, it need not be. */
    FakeMemcached one(Arguments arguments) {
        return some(arguments, true).values().iterator().next();
    }

    /** The name of that node. */
    String nameOfOne(Arguments arguments) {
        return some(arguments, true).keySet().iterator().next();
    }

    /** The node that is named, or else all. */
    Map<String, FakeMemcached> some(Arguments arguments) {
        return some(arguments, false);
    }

    private Map<String, FakeMemcached> some(Arguments arguments, boolean onlyOne) {
        Map<String, FakeMemcached> all = cluster.nodes();
        Optional<String> name = arguments.text(Parameter.NODE.name());
        if (name.isEmpty()) {
            if (onlyOne && all.size() > 1) {
                throw new IllegalArgumentException("which node? There are " + String.join(", ", all.keySet()));
            }
            return all;
        }
        FakeMemcached node = all.get(name.get());
        if (node == null) {
            throw new NotFound("there is no node \"" + name.get() + "\"; there are " + String.join(", ", all.keySet()));
        }
        return Map.of(name.get(), node);
    }
}
