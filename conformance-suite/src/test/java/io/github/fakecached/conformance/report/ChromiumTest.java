package io.github.fakecached.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML page in a browser. */
class ChromiumTest {

    @TempDir
    Path folder;

    private String shown(String page, String fragment) throws IOException, InterruptedException {
        return Chromium.shown(folder, page, fragment);
    }

    @Test
    void theScriptRunsAndNoOther() throws Exception {
        var page = shown(HtmlReport.page(Reports.hostile()), "");
        assertThat(page)
                .contains("<title>Servers</title>", "4 of 4 rules")
                .doesNotContain("<form id=\"filters\" hidden");
    }

    @Test
    void filtersInTheAddressHideRows() throws Exception {
        assertThat(shown(HtmlReport.page(Reports.hostile()), "#verdict=broken")).contains("1 of 4 rules");
        assertThat(shown(HtmlReport.page(Reports.hostile()), "#verdict=differs&dialect=meta"))
                .contains("1 of 4 rules");
        assertThat(shown(HtmlReport.page(Reports.hostile()), "#find=m-get-01")).contains("1 of 4 rules");
        assertThat(shown(HtmlReport.page(Reports.hostile()), "#level=varies")).contains("0 of 4 rules");
    }

    @Test
    void whatIsToldOfARuleIsHiddenWithItsRow() throws Exception {
        assertThat(shown(HtmlReport.page(Reports.hostile()), "#verdict=broken"))
                .contains("data-rule=\"T-STORE-02\">")
                .containsPattern("data-rule=\"M-GET-01\" hidden=")
                .containsPattern("class=\"findings\" hidden=\"\">\\s*<h2>What was not tried");
    }

    @Test
    void theSummaryLeadsToTheRequiredRulesThatAreBroken() throws Exception {
        var page = HtmlReport.page(Reports.hostile()).replaceFirst("<meta http-equiv[^>]*>", "");
        assertThat(shown(
                        page.replace("</body>", "<script>document.querySelector('#summary a').click()</script></body>"),
                        ""))
                .contains("1 of 4 rules");
    }

    @Test
    void aClickOnABrokenCellShowsItsTranscript() throws Exception {
        var clicking = HtmlReport.page(Reports.hostile())
                .replaceFirst("<meta http-equiv[^>]*>", "")
                .replace("</body>", "<script>document.querySelector('.cell.broken a').click()</script></body>");
        assertThat(shown(clicking, ""))
                .containsPattern(
                        "(?s)<dialog[^>]* open=.*finding-title\">T-STORE-02 on server 1.6.45.*SomeProperties.some")
                .contains("<title>Servers</title>");
    }

    @Test
    void aScriptThatGotIntoThePageIsNotRun() throws Exception {
        var injected = HtmlReport.page(Reports.hostile())
                .replace("</body>", "<script>document.title = 'owned'</script></body>");
        assertThat(shown(injected, "")).contains("<title>Servers</title>");
    }
}
