package io.github.fakecached.conformance.report;

import static io.github.fakecached.conformance.report.Html.text;

import io.github.fakecached.conformance.rule.Level;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report as one HTML page that needs nothing else: for a browser, light or dark, with or without scripts, and for
 * paper. Whatever a server said is shown as text, and the page's policy lets no script run but its own.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** The whole page. */
    public static String page(Report report) {
        var style = Html.resource("report.css");
        var script = Html.resource("report.js");
        var findings = new HtmlFindings(report);
        var matrix = new HtmlMatrix(report, findings);
        var parts = Map.ofEntries(
                Map.entry("title", text(report.title())),
                Map.entry("judgedOn", text(report.judgedOn())),
                Map.entry("absent", absent(report)),
                Map.entry("style", style),
                Map.entry("styleHash", Html.hash(style)),
                Map.entry("script", script),
                Map.entry("scriptHash", Html.hash(script)),
                Map.entry("summary", matrix.summary()),
                Map.entry("signs", signs()),
                Map.entry("levels", text(Report.levels())),
                Map.entry("verdictOptions", options(Stream.of(Verdict.values()).map(Verdict::toString))),
                Map.entry("dialectOptions", options(Stream.of(Dialect.values()).map(HtmlReport::lowerCase))),
                Map.entry("levelOptions", options(Stream.of(Level.values()).map(Level::toString))),
                Map.entry("matrix", matrix.matrix()),
                Map.entry("findings", findings.sections()));
        return Html.fill(Html.resource("report.html"), parts);
    }

    private static String absent(Report report) {
        return report.absent().stream()
                .map(absent ->
                        "<p class=\"broken\">" + text(absent.name() + " was not judged: " + absent.reason()) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String signs() {
        return Stream.of(Verdict.values())
                .map(verdict -> "<span class=\"" + HtmlMatrix.styleClass(verdict) + "\">" + verdict.sign() + " "
                        + verdict + "</span>")
                .collect(Collectors.joining("\n"));
    }

    private static String options(Stream<String> names) {
        return names.map(name -> "<option value=\"" + name.replace(' ', '-') + "\">" + name + "</option>")
                .collect(Collectors.joining());
    }

    private static String lowerCase(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }
}
