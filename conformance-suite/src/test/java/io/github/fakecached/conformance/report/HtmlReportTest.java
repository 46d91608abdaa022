package io.github.fakecached.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The HTML page, read without a browser. */
class HtmlReportTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s[^<>]*)?)>");
    private static final List<String> WITHOUT_END = List.of("meta", "input", "br");

    private final String page = HtmlReport.page(Reports.hostile());

    /** Without the style sheet and the script, which are not markup. */
    private String markup() {
        return page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
    }

    @Test
    void everyElementIsEndedInItsPlace() {
        var open = new ArrayDeque<String>();
        for (var tag : TAG.matcher(markup()).results().toList()) {
            if (!tag.group(1).isEmpty()) {
                assertThat(tag.group(2)).as(tag.group()).isEqualTo(open.pop());
            } else if (!WITHOUT_END.contains(tag.group(2))) {
                open.push(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whatServersSayIsTextEverywhere() {
        assertThat(markup().split("document.title='owned'", -1)).hasSize(1);
        assertThat(markup().split("document.title=&#39;owned&#39;", -1)).hasSizeGreaterThan(4);
        assertThat(page).doesNotContain("\u0000", "\u001b").contains("\u2400\u241b[31m");
        assertThat(TAG.matcher(markup()).results().filter(tag -> tag.group().equals("<script>")))
                .hasSize(1);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(markup()).doesNotContain("src=", "<link", "http:", "https:", "@import", "url(");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void onlyTheOwnScriptMayRun() {
        assertThat(page).contains("script-src '" + Html.hash(Html.resource("report.js")) + "'");
    }

    @Test
    void everyCellThatIsALinkLeadsToWhatItTells() {
        var links = Pattern.compile("<td class=\"cell[^>]+><a href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(links)
                .hasSize(2)
                .allSatisfy(link -> assertThat(page).containsOnlyOnce("<article id=\"" + link.group(1) + "\""));
        assertThat(page).contains("What was broken", "What was not tried");
    }

    @Test
    void everyRuleAndTargetIsInTheMatrix() {
        assertThat(Stream.of(Reports.FIRST, Reports.SECOND, Reports.THIRD, Reports.LATER))
                .allSatisfy(rule -> assertThat(page).contains("<th scope=\"row\">" + rule.id() + "</th>"));
        assertThat(page)
                .contains(
                        "data-verdicts=\"kept kept\"",
                        "data-verdicts=\"broken kept\"",
                        "data-verdicts=\"untested untested\"")
                .contains("data-verdicts=\"skipped not-applicable\"");
    }

    @Test
    void theSummaryTellsHowManyThatEverybodyKeepsAreBroken() {
        assertThat(page)
                .contains(
                        "1 broken</span><small><a href=\"#verdict=broken&amp;level=required\">1 of them required</a></small>",
                        "required, whoever speaks");
        var varying = RuleBook.text().rule("T-STORE-07");
        var report = new Report(
                "Servers",
                Reports.hostile().date(),
                Optional.empty(),
                List.of(new Section("text", List.of(varying, Reports.FIRST))),
                List.of(Reports.judged("1.6.45", Reports.result(varying, Status.BROKEN, "otherwise"))),
                List.of());
        assertThat(HtmlReport.page(report))
                .contains("<small>0 of them required</small>")
                .doesNotContain("seed");
    }

    /** A rule that varies before one that is required, both broken, and many that are not offered for one reason. */
    private static Report manyBroken() {
        var varying = RuleBook.text().rule("T-STORE-07");
        var notOffered = RuleBook.meta().rules().stream()
                .map(rule -> Reports.result(rule, Status.NOT_OFFERED, "the server does not speak meta"));
        var broken = Stream.of(varying, Reports.FIRST).map(rule -> Reports.result(rule, Status.BROKEN, "otherwise"));
        return new Report(
                "Servers",
                Reports.hostile().date(),
                Optional.empty(),
                List.of(
                        new Section("text", List.of(varying, Reports.FIRST)),
                        new Section("meta", RuleBook.meta().rules())),
                List.of(Reports.judged(
                        "1.6.45", Stream.concat(broken, notOffered).toArray(RuleResult[]::new))),
                List.of());
    }

    @Test
    void whatEverybodyHasToKeepComesFirstInEachReport() {
        for (var report : List.of(HtmlReport.page(manyBroken()), MarkdownReport.page(manyBroken()))) {
            assertThat(report)
                    .containsSubsequence(
                            "What was broken: required",
                            "T-STORE-01 on server",
                            "What was broken: varies",
                            "T-STORE-07 on server");
        }
    }

    @Test
    void aReasonIsToldOnceForAllRulesThatHaveIt() {
        for (var report : List.of(HtmlReport.page(manyBroken()), MarkdownReport.page(manyBroken()))) {
            assertThat(report)
                    .containsOnlyOnce("the server does not speak meta")
                    .containsPattern("M-GET-01,(</span>)? (<span>)?M-GET-02");
        }
        assertThat(HtmlReport.page(manyBroken()).split("href=\"#reason-0\"", -1))
                .hasSizeGreaterThan(100);
    }

    @Test
    void whatIsFilledInIsNotFilledAgain() {
        assertThat(Html.fill("{{a}} {{b}}", Map.of("a", "{{b}} $1 \\", "b", "x")))
                .isEqualTo("{{b}} $1 \\ x");
    }
}
