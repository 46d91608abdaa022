package io.github.fakecached.conformance.report;

import static io.github.fakecached.conformance.report.Html.text;

import io.github.fakecached.conformance.rule.Rule;

/** The part of the HTML page that tells why: transcripts of what is broken, and reasons for what was not tried. */
final class HtmlFindings {

    private final Report report;

    HtmlFindings(Report report) {
        this.report = report;
    }

    /** Whether there is more to say than the verdict. */
    static boolean isTold(Finding finding) {
        return finding.from().stream().anyMatch(result -> !result.message().isBlank());
    }

    /** What a cell links to. */
    static String id(Rule rule, int column) {
        return "finding-" + column + "-" + text(rule.id());
    }

    /** Both parts, each only where it has something to tell. */
    String sections() {
        return section("What was broken", true) + section("What was not tried", false);
    }

    private String section(String title, boolean broken) {
        var out = new StringBuilder();
        report.rules().forEach(rule -> {
            for (int column = 0; column < report.judged().size(); column++) {
                var target = report.judged().get(column);
                var finding = target.finding(rule);
                if (isTold(finding) && (finding.verdict() == Verdict.BROKEN) == broken) {
                    article(out, rule, column, finding);
                }
            }
        });
        return out.isEmpty() ? "" : "<section class=\"findings\">\n<h2>" + title + "</h2>\n" + out + "</section>\n";
    }

    private void article(StringBuilder out, Rule rule, int column, Finding finding) {
        out.append("<article id=\"").append(id(rule, column));
        out.append("\" data-rule=\"").append(text(rule.id())).append("\"><h3>");
        out.append(text(rule.id() + " on " + report.judged().get(column).name()))
                .append(": ");
        out.append("<span class=\"")
                .append(HtmlMatrix.styleClass(finding.verdict()))
                .append("\">");
        out.append(finding.verdict()).append("</span></h3>\n<p>").append(text(rule.sentence()));
        out.append(" <span class=\"source\">").append(text(rule.source())).append("</span></p>\n<pre tabindex=\"0\">");
        out.append(text(Excerpt.of(finding.from()))).append("</pre></article>\n");
    }
}
