package io.github.fakecached.conformance.report;

import static io.github.fakecached.conformance.report.Html.text;

import io.github.fakecached.conformance.rule.Level;
import io.github.fakecached.conformance.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of the HTML page that tells why: transcripts of what is broken, and reasons for what was not tried. */
final class HtmlFindings {

    private final Report report;
    private final List<Reason> reasons;

    HtmlFindings(Report report) {
        this.report = report;
        this.reasons = Reason.all(report);
    }

    /** What the cell of a rule and a target leads to, where there is more to say than the verdict. */
    Optional<String> id(Rule rule, int column) {
        var finding = report.judged().get(column).finding(rule);
        if (finding.verdict() == Verdict.BROKEN) {
            return finding.isTold() ? Optional.of("finding-" + column + "-" + rule.id()) : Optional.empty();
        }
        return reasons.stream()
                .filter(reason -> reason.column() == column && reason.rules().contains(rule))
                .findFirst()
                .map(this::id);
    }

    private String id(Reason reason) {
        return "reason-" + reasons.indexOf(reason);
    }

    /** What is broken, with what everybody has to keep first, and what was not tried; each only where there is something. */
    String sections() {
        var out = new StringBuilder();
        for (var level : Level.values()) {
            out.append(section("What was broken: " + level, broken(level)));
        }
        var untried = reasons.stream().map(this::article).collect(Collectors.joining());
        return out.append(section("What was not tried", untried)).toString();
    }

    private static String section(String title, String articles) {
        return articles.isEmpty()
                ? ""
                : "<section class=\"findings\">\n<h2>" + title + "</h2>\n" + articles + "</section>\n";
    }

    private String broken(Level level) {
        var out = new StringBuilder();
        for (int column = 0; column < report.judged().size(); column++) {
            var target = report.judged().get(column);
            for (var rule : report.broken(target, level).toList()) {
                id(rule, column).ifPresent(id -> out.append(article(id, rule, target)));
            }
        }
        return out.toString();
    }

    private static String article(String id, Rule rule, Judged target) {
        return article(
                id,
                rule.id(),
                rule.id() + " on " + target.name() + ": ",
                Verdict.BROKEN,
                "<p>" + text(rule.sentence()) + " <span class=\"source\">" + rule.level() + ", " + text(rule.source())
                        + "</span></p>\n" + told(Excerpt.of(target.finding(rule).from())));
    }

    private String article(Reason reason) {
        return article(
                id(reason),
                reason.ids(" "),
                reason.heading(report),
                reason.verdict(),
                told(Excerpt.of(reason.words())) + "\n<p class=\"source ids\"><span>"
                        + text(reason.ids(", ")).replace(" ", "</span> <span>") + "</span></p>");
    }

    private static String article(String id, String rules, String heading, Verdict verdict, String markup) {
        return "<article id=\"" + text(id) + "\" data-rule=\"" + text(rules) + "\"><h3>" + text(heading)
                + "<span class=\"" + HtmlMatrix.styleClass(verdict) + "\">" + verdict + "</span></h3>\n" + markup
                + "</article>\n";
    }

    private static String told(String words) {
        return "<pre tabindex=\"0\">" + text(words) + "</pre>";
    }
}
