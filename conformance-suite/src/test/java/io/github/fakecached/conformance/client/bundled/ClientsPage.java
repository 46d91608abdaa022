package io.github.fakecached.conformance.client.bundled;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.conformance.client.ClientRuleResult;
import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.client.ClientRun;
import io.github.fakecached.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix in docs/CLIENTS.md, of rules and clients, and the evidence below it. */
final class ClientsPage {

    private static final Path PAGE = Path.of("..", "docs", "CLIENTS.md");
    private static final String BEGIN = "<!-- results: begin -->\n";
    private static final String END = "<!-- results: end -->\n";
    private static final List<BundledClient> CLIENTS = List.of(BundledClient.values());

    private final String page;
    private final Map<String, List<String>> rows = new HashMap<>();

    private ClientsPage(String page) {
        this.page = page;
    }

    static ClientsPage read() throws IOException {
        var result = new ClientsPage(Files.readString(PAGE, UTF_8));
        result.page
                .lines()
                .filter(line -> line.startsWith("| C-"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .forEach(cells -> result.rows.put(cells.get(0), cells));
        return result;
    }

    /** What is published of a rule and a client. */
    String published(Rule rule, BundledClient client) {
        return rows.getOrDefault(rule.id(), List.of()).stream()
                .skip(3L + CLIENTS.indexOf(client))
                .findFirst()
                .orElse("nothing");
    }

    /** How many rules are published. */
    int size() {
        return rows.size();
    }

    /** Whether the page shows how it was seen that a rule is broken. */
    boolean hasEvidence(Rule rule, BundledClient client) {
        return page.contains("\n" + heading(rule, client) + "\n");
    }

    static String cell(ClientRuleResult result) {
        return switch (result.status()) {
            case HOLDS -> "holds";
            case BROKEN -> "**broken**";
            case SKIPPED -> result.message().startsWith("not about") ? "–" : "left out";
            case UNTESTED -> "untested";
        };
    }

    /** Writes the page anew. */
    void write(Map<BundledClient, List<ClientRuleResult>> results) throws IOException {
        var table = row("rule", "level", "", client -> client.title)
                + row("---", "---", "---", client -> "---")
                + ClientRun.rules().stream()
                        .map(rule -> row(
                                rule.id(),
                                rule.level().toString(),
                                rule.sentence(),
                                client -> cell(of(rule, results.get(client)))))
                        .collect(Collectors.joining());
        var evidence = CLIENTS.stream()
                .map(client -> "\n## " + client.title + "\n"
                        + results.get(client).stream()
                                .filter(result -> result.status() == Status.BROKEN)
                                .map(result -> evidence(client, result))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        Files.writeString(
                PAGE,
                page.substring(0, page.indexOf(BEGIN)) + BEGIN + table + evidence + page.substring(page.indexOf(END)));
    }

    private static ClientRuleResult of(Rule rule, List<ClientRuleResult> results) {
        return results.stream()
                .filter(result -> result.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String evidence(BundledClient client, ClientRuleResult result) {
        var text = (result.message() + "\n\n" + result.transcript())
                .replaceAll(" \\d+\\.\\d ms(?=\n|$)", "")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:11211")
                .replaceAll("(?m) +$", "");
        return "\n" + heading(result.rule(), client) + "\n\n" + result.rule().sentence() + "\n\n```text\n" + text
                + "\n```\n";
    }

    private static String heading(Rule rule, BundledClient client) {
        return "### " + client.title + ": " + rule.id();
    }

    private static String row(String id, String level, String sentence, Function<BundledClient, String> cell) {
        return Stream.concat(Stream.of(id, level, sentence), CLIENTS.stream().map(cell))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
