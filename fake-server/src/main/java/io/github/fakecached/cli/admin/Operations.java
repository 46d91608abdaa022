package io.github.fakecached.cli.admin;

import io.github.fakecached.FakeCluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of all operations, by their words and by their paths. A closed set: nothing else can be asked for. */
public final class Operations {

    private final Map<String, Operation> byName = new LinkedHashMap<>();

    /** Operations on some fakes, for all doors to them. */
    public Operations(FakeCluster cluster) {
        Nodes nodes = new Nodes(cluster);
        Stream.of(
                        new ClockOperations(cluster.clock()).all(),
                        new NodeOperations(cluster, nodes).all(),
                        new FaultOperations(nodes).all(),
                        new JournalOperations(nodes).all(),
                        new ContentsOperations(nodes).all())
                .flatMap(List::stream)
                .forEach(operation -> byName.put(operation.name(), operation));
    }

    List<Operation> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The operation of some words.
     *
     * @throws IllegalArgumentException if there is none
     */
    Operation named(String words) {
        Operation operation = byName.get(words);
        if (operation == null) {
            throw new IllegalArgumentException(
                    "there is no operation \"" + words + "\"; there are: " + String.join(", ", byName.keySet()));
        }
        return operation;
    }

    /** The operations that HTTP has at a path, by their methods; none if there is nothing there. */
    Map<String, Operation> at(String path) {
        Map<String, Operation> found = new LinkedHashMap<>();
        byName.values().stream()
                .filter(operation -> operation.path().equals(path))
                .forEach(operation -> found.put(operation.method(), operation));
        return found;
    }
}
