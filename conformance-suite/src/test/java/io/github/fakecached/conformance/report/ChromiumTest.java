package io.github.fakecached.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.Targets;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The HTML page in a browser without a screen: skipped where there is no Chromium, unless it is required. */
class ChromiumTest {

    private static final String KIND = "chromium";
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    Path folder;

    /** The page as it is once its script has run. */
    private String shown(String page, String fragment) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("page.html"), page);
        var output = folder.resolve("output");
        var chromium = new ProcessBuilder(
                        program(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=1000",
                        "--dump-dom",
                        file.toUri() + fragment)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = chromium.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        chromium.destroyForcibly();
        assertThat(ended).as("Chromium has ended").isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static String program() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, KIND))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(ChromiumTest::absent);
    }

    private static AssertionError absent() {
        if (Targets.configured().requires(KIND)) {
            return new AssertionError("required by -Dconformance.require=" + KIND + ": no chromium on the PATH");
        }
        throw new TestAbortedException("no chromium on the PATH");
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
