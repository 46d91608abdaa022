package io.github.fakecached.conformance.report;

import static io.github.fakecached.conformance.report.Html.text;

import io.github.fakecached.conformance.rule.Level;
import io.github.fakecached.conformance.rule.Rule;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of the HTML page: how many rules each target keeps, and rules against targets. */
final class HtmlMatrix {

    private static final String REQUIRED = "#verdict=" + styleClass(Verdict.BROKEN) + "&level=" + Level.REQUIRED;

    private final Report report;
    private final HtmlFindings findings;

    HtmlMatrix(Report report, HtmlFindings findings) {
        this.report = report;
        this.findings = findings;
    }

    /** A row for each target, a column for each section. */
    String summary() {
        var out = new StringBuilder("<table id=\"summary\"><thead><tr><th scope=\"col\">Target</th>");
        report.sections()
                .forEach(section -> out.append("<th scope=\"col\">")
                        .append(text(section.title()))
                        .append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (var target : report.judged()) {
            out.append("<tr><th scope=\"row\">").append(name(target)).append("</th>");
            report.sections()
                    .forEach(section ->
                            out.append("<td>").append(counts(section, target)).append("</td>"));
            out.append("</tr>\n");
        }
        return out.append("</tbody></table>").toString();
    }

    private static String counts(Section section, Judged target) {
        var out = new StringBuilder();
        for (var verdict : Verdict.values()) {
            long count = Report.count(section.rules(), target, verdict);
            if (count > 0) {
                out.append("<span class=\"count ").append(styleClass(verdict)).append("\">");
                out.append(verdict.sign())
                        .append(' ')
                        .append(count)
                        .append(' ')
                        .append(verdict)
                        .append("</span>");
                if (verdict == Verdict.BROKEN) {
                    out.append(required(Report.requiredBroken(section.rules(), target)));
                }
            }
        }
        return out.toString();
    }

    /** How many are required, which leads to them where there are any. */
    private static String required(long count) {
        var words = count + " of them required";
        return "<small>" + (count == 0 ? words : "<a href=\"" + text(REQUIRED) + "\">" + words + "</a>") + "</small>";
    }

    /** A row for each rule, a column for each target. */
    String matrix() {
        var out =
                new StringBuilder("<table id=\"matrix\"><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\"></th>");
        out.append("<th scope=\"col\">Level</th>");
        report.judged()
                .forEach(target -> out.append("<th scope=\"col\" class=\"target\">")
                        .append(name(target))
                        .append("</th>"));
        out.append("</tr></thead>\n");
        for (var section : report.sections()) {
            out.append("<tbody><tr class=\"section\"><th colspan=\"")
                    .append(3 + report.judged().size());
            out.append("\" scope=\"rowgroup\">").append(text(section.title())).append("</th></tr>\n");
            section.rules().forEach(rule -> row(out, rule));
            out.append("</tbody>\n");
        }
        return out.append("</table>").toString();
    }

    private void row(StringBuilder out, Rule rule) {
        out.append("<tr data-level=\"").append(rule.level());
        out.append("\" data-dialects=\"").append(dialects(rule));
        out.append("\" data-verdicts=\"").append(verdicts(rule)).append("\"><th scope=\"row\">");
        out.append(text(rule.id())).append("</th><td>").append(text(rule.sentence()));
        out.append("<span class=\"source\">").append(text(rule.source())).append("</span></td><td class=\"level\">");
        out.append(rule.level())
                .append("<br>")
                .append(text(rule.versions().toString()))
                .append("</td>");
        for (int column = 0; column < report.judged().size(); column++) {
            cell(out, rule, column);
        }
        out.append("</tr>\n");
    }

    private void cell(StringBuilder out, Rule rule, int column) {
        var target = report.judged().get(column);
        var verdict = target.finding(rule).verdict();
        var told = findings.id(rule, column);
        out.append("<td class=\"cell ").append(styleClass(verdict)).append("\">");
        var words = text(verdict + ": " + rule.id() + " on " + target.name());
        if (told.isPresent()) {
            out.append("<a href=\"#").append(text(told.get()));
            out.append("\" title=\"")
                    .append(words)
                    .append("\" aria-label=\"")
                    .append(words)
                    .append("\">");
            out.append(verdict.sign()).append("</a>");
        } else {
            out.append("<span title=\"")
                    .append(words)
                    .append("\" aria-label=\"")
                    .append(words)
                    .append("\" role=\"img\">");
            out.append(verdict.sign()).append("</span>");
        }
        out.append("</td>");
    }

    private String verdicts(Rule rule) {
        return report.judged().stream()
                .map(target -> styleClass(target.finding(rule).verdict()))
                .collect(Collectors.joining(" "));
    }

    private static String dialects(Rule rule) {
        return rule.dialects().stream()
                .map(dialect -> dialect.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String name(Judged target) {
        return text(target.name()) + "<small>" + text(String.join(", ", target.about())) + "</small>";
    }

    /** What style sheet and filters call a verdict. */
    static String styleClass(Verdict verdict) {
        return verdict.toString().replace(' ', '-');
    }
}
