package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.report.HtmlReport;
import io.github.fakecached.conformance.report.Judged;
import io.github.fakecached.conformance.report.JunitReport;
import io.github.fakecached.conformance.report.MarkdownReport;
import io.github.fakecached.conformance.report.Report;
import io.github.fakecached.conformance.report.Section;
import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.rule.RuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of runs, laid out: several clients side by side, as servers are in the report of the command line, or one as Markdown.
 *
 * <pre>{@code
 * Report report = ClientReport.of("Our clients", Map.of("old", oldRun.results(), "new", newRun.results()));
 * Files.writeString(Path.of("clients.html"), HtmlReport.page(report));
 * }</pre>
 */
public final class ClientReport {

    private static final String MARKDOWN = ".md";

    private ClientReport() {}

    /**
     * Rules against clients, for {@link HtmlReport}, {@link JunitReport} and {@link MarkdownReport}.
     *
     * @param title what was judged
     * @param clients results by the names of the clients, in the order of the columns
     * @return the report, with the date of today
     */
    public static Report of(String title, Map<String, List<ClientRuleResult>> clients) {
        List<Judged> judged = clients.entrySet().stream()
                .map(client -> new Judged(
                        client.getKey(),
                        List.of(),
                        Optional.empty(),
                        client.getValue().stream()
                                .flatMap(ClientReport::ruleResult)
                                .toList()))
                .toList();
        return new Report(
                title,
                LocalDate.now(ZoneOffset.UTC),
                Optional.empty(),
                List.of(new Section("clients", RuleBook.client().rules())),
                judged,
                List.of());
    }

    /** Nothing where nothing was tried. */
    private static Stream<RuleResult> ruleResult(ClientRuleResult result) {
        String message = (result.message() + "\n\n" + result.transcript()).strip();
        Optional<RuleResult.Status> status = switch (result.status()) {
            case HOLDS -> Optional.of(RuleResult.Status.HOLDS);
            case BROKEN -> Optional.of(RuleResult.Status.BROKEN);
            case SKIPPED -> Optional.of(RuleResult.Status.SKIPPED);
            case UNTESTED -> Optional.empty();
        };
        return status.stream().map(known -> new RuleResult(List.of(result.rule().id()), "", known, message));
    }

    /** Writes Markdown to this file, and beside it HTML and JUnit's XML under the same name. */
    static void write(String name, List<ClientRuleResult> results, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, markdown(name, results));
        String base = String.valueOf(file.getFileName());
        base = base.endsWith(MARKDOWN) ? base.substring(0, base.length() - MARKDOWN.length()) : base;
        Report report = of(name, Map.of(name, results));
        Files.writeString(file.resolveSibling(base + ".html"), HtmlReport.page(report));
        Files.writeString(file.resolveSibling("TEST-" + base + ".xml"), JunitReport.file(report));
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
