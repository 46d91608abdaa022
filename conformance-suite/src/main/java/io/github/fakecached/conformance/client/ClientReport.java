package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what came of a run as Markdown: a line for each rule, and the transcript of each that is broken. */
final class ClientReport {

    private ClientReport() {}

    static void write(String name, List<ClientRuleResult> results, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, markdown(name, results));
    }

    static String markdown(String name, List<ClientRuleResult> results) {
        return "# " + name + "\n\n" + counts(results) + "\n\n| rule | level | | result |\n| --- | --- | --- | --- |\n"
                + results.stream().map(ClientReport::row).collect(Collectors.joining())
                + results.stream()
                        .filter(result -> result.status() == Status.BROKEN)
                        .map(ClientReport::evidence)
                        .collect(Collectors.joining());
    }

    private static String counts(List<ClientRuleResult> results) {
        return Stream.of(Status.values())
                .map(status -> results.stream()
                                .filter(result -> result.status() == status)
                                .count()
                        + " " + inWords(status))
                .collect(Collectors.joining(", ", "", "."));
    }

    private static String row(ClientRuleResult result) {
        String message = result.message().lines().findFirst().orElse("").replace("|", "\\|");
        return "| " + result.rule().id() + " | " + result.rule().level() + " | "
                + result.rule().sentence() + " | " + inWords(result.status())
                + (result.status() == Status.HOLDS ? "" : ": " + message) + " |\n";
    }

    /** A rule that is broken, why, and how that was seen. */
    static String evidence(ClientRuleResult result) {
        return "\n## " + result.rule() + "\n\n```text\n" + result.message() + "\n\n" + result.transcript() + "\n```\n";
    }

    static String inWords(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
