package io.github.fakecached.cli.admin;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What can be done to nodes: take them away, bring them back, and make all as new. */
final class NodeOperations {

    private static final String NODE = "Node";

    private final FakeCluster cluster;
    private final Nodes nodes;

    NodeOperations(FakeCluster cluster, Nodes nodes) {
        this.cluster = cluster;
        this.nodes = nodes;
    }

    List<Operation> all() {
        Parameter name = Parameter.required("node", Parameter.Type.STRING, "the name of the node");
        List<Operation> all = new ArrayList<>();
        all.add(Operation.post(
                "reset",
                "/reset",
                "Makes all as new: the nodes there were at the start, without items, faults and exchanges, and the clock.",
                "",
                List.of(),
                arguments -> reset()));
        all.add(Operation.get("nodes", "/nodes", "All nodes.", "Nodes", List.of(), arguments -> list()));
        all.add(Operation.post("nodes add", "/nodes", "Starts one more node.", NODE, List.of(name), this::add));
        all.add(Operation.delete("nodes remove", "/nodes", "Takes a node away.", List.of(name), this::remove));
        all.add(change("kill", "Stops a node as if it crashed: connections are reset.", FakeMemcached::kill));
        all.add(change("stop", "Stops a node, and closes its connections.", FakeMemcached::stop));
        all.add(Operation.post(
                "nodes restart",
                "/nodes/restart",
                "Starts a node on the port it had, after stopping it if it runs.",
                NODE,
                List.of(
                        Parameter.NODE,
                        Parameter.optional(
                                "keepingData", Parameter.Type.BOOLEAN, "with the items it had; false by default")),
                this::restart));
        all.add(change("pause", "Pauses a node, as SIGSTOP does.", FakeMemcached::pause));
        all.add(change("resume", "Lets a paused node go on, as SIGCONT does.", FakeMemcached::resume));
        all.add(change("partition", "Lets nothing through between a node and its clients.", FakeMemcached::partition));
        all.add(change("heal", "Ends that.", FakeMemcached::heal));
        all.add(Operation.get(
                "stats",
                "/stats",
                "The general statistics of a node.",
                "Stats",
                List.of(Parameter.NODE),
                arguments -> stats(nodes.one(arguments))));
        return all;
    }

    private Operation change(String verb, String summary, Consumer<FakeMemcached> change) {
        return Operation.post("nodes " + verb, "/nodes/" + verb, summary, NODE, List.of(Parameter.NODE), arguments -> {
            String name = nodes.nameOfOne(arguments);
            change.accept(cluster.node(name));
            return one(name);
        });
    }

    private Result list() {
        return new Result.Rows(
                "nodes",
                cluster.nodes().entrySet().stream()
                        .map(node -> row(node.getKey(), node.getValue()))
                        .toList());
    }

    private Result add(Arguments arguments) {
        String name = arguments.required("node");
        cluster.addNode(name);
        return one(name);
    }

    private Result remove(Arguments arguments) {
        cluster.removeNode(nodes.nameOfOne(arguments));
        return new Result.Done();
    }

    private Result restart(Arguments arguments) {
        String name = nodes.nameOfOne(arguments);
        if (arguments.flag("keepingData")) {
            cluster.node(name).restartKeepingData();
        } else {
            cluster.node(name).restart();
        }
        return one(name);
    }

    private Result reset() {
        cluster.reset();
        return new Result.Done();
    }

    private Result one(String name) {
        return new Result.Row(row(name, cluster.node(name)));
    }

    private static Map<String, Object> row(String name, FakeMemcached node) {
        return NodeDescription.of(name, node);
    }

    private static Result stats(FakeMemcached node) {
        return new Result.Row(new LinkedHashMap<>(node.stats()));
    }
}
