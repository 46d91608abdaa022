package io.github.fakecached.cli;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.cli.admin.Json;
import io.github.fakecached.cli.admin.NodeDescription;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The line that tells whoever started the process that it is ready, and where: for people, or as JSON for programs. */
final class ReadyLine {

    private ReadyLine() {}

    static String text(FakeCluster cluster, Optional<URI> admin) {
        boolean one = cluster.nodes().size() == 1;
        return "fakecached: memcached " + version(cluster) + " listening on "
                + cluster.nodes().entrySet().stream()
                        .map(node -> (one ? "" : node.getKey() + " ") + NodeDescription.where(node.getValue()))
                        .collect(Collectors.joining(", "))
                + admin.map(uri -> ", admin at " + uri).orElse("");
    }

    static String json(FakeCluster cluster, Optional<URI> admin) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("version", version(cluster));
        line.put("pid", ProcessHandle.current().pid());
        line.put(
                "nodes",
                cluster.nodes().entrySet().stream()
                        .map(node -> NodeDescription.of(node.getKey(), node.getValue()))
                        .toList());
        admin.ifPresent(uri -> line.put("admin", uri.toString()));
        return Json.line(line);
    }

    private static String version(FakeCluster cluster) {
        return cluster.nodes().values().iterator().next().version().toString();
    }
}
