package io.github.fakecached.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.LyingProxy;
import io.github.fakecached.conformance.target.TargetNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What command lines come to: exit codes, what is printed, what is written. */
class JudgeCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dialect text | Missing required option: '--target=TARGET'",
                "--target nowhere | --target: a target is HOST:PORT, fake",
                "--target fake --rule T-NONE-01 | --rule: no rule has the id T-NONE-01;",
                "--target fake --rule T-STORE-01 --dialect meta | --rule: no rule has the id T-STORE-01 in the books chosen",
                "--target fake --dialect morse | Invalid value for option '--dialect'",
                "--target fake --seed lucky | --seed: takes a number or random, and not lucky",
                "--target fake --format html | --format needs --report DIR",
                "--target fake --format pdf --report target | Invalid value for option '--format'",
                "--target fake --report pom.xml | --report: cannot make the folder pom.xml",
                "--target fake --port 11211 | Unknown options: '--port'"
            })
    void whatIsWrongIsNamedBeforeAnythingIsStarted(String arguments, String complaint) {
        var run = CommandLineRun.of(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(complaint).contains("--help tells what there is.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aServerThatKeepsTheRulesEndsInZero() {
        var run = CommandLineRun.of("--target", "fake", "--target", "fake:1.6.18", "--rule", "T-INCR-02,M-GET-01");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("fake 1.6.45 (", "fake 1.6.18 (", "text            1 kept", "meta            1 kept")
                .doesNotContain("binary");
        assertThat(run.err()).contains("4 of 4 properties");
    }

    @Test
    void quietPrintsTheSummaryOnly() {
        var run = CommandLineRun.of("--target", "fake", "--rule", "T-INCR-02", "--quiet");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1 kept");
    }

    @Test
    void aBrokenRuleEndsInOneAndIsToldInTheReport() throws Exception {
        try (var liar =
                new LyingProxy(TargetNames.named("fake").open(), reply -> reply.replace("non-numeric", "strange"))) {
            var run = CommandLineRun.of(
                    "--target",
                    "127.0.0.1:" + liar.address().getPort(),
                    "--rule",
                    "T-INCR-05",
                    "--report",
                    folder.toString(),
                    "--seed",
                    "4711");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("T-INCR-05");
            assertThat(run.out()).contains("1 broken", "broken, required: T-INCR-05");
            assertThat(folder.resolve("conformance.md"))
                    .content()
                    .contains("seed 4711", "| T-INCR-05 |", "✗", "decrement strange value");
        }
    }

    @Test
    void anAbsentTargetEndsInThreeAndTheOthersAreJudged() {
        var run = CommandLineRun.of("--target", "127.0.0.1:1", "--target", "fake", "--rule", "T-INCR-02");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("127.0.0.1:1 was not judged: ", "1 kept");
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() throws IOException {
        var run = CommandLineRun.of(
                "--target", "fake", "--rule", "T-INCR-02", "--report", folder.toString(), "--format", "junit");
        assertThat(run.out()).contains(folder.resolve("TEST-conformance.xml").toString());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("TEST-conformance.xml"));
        }
    }

    @Test
    void helpWarnsAndTellsTheExitCodes() {
        var run = CommandLineRun.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("FLUSHED", "Exit codes: 0 no rule is broken");
    }

    @Test
    void containersAreRunInAnEnvironmentOfTheirOwn() {
        assertThat(ContainerEnvironment.isNeeded(List.of("--target", "container:1.6.18"), Map.of()))
                .isTrue();
        assertThat(ContainerEnvironment.isNeeded(List.of("--target=container:1.6.18"), Map.of()))
                .isTrue();
        assertThat(ContainerEnvironment.isNeeded(List.of("--target", "fake"), Map.of()))
                .isFalse();
        assertThat(ContainerEnvironment.isNeeded(
                        List.of("--target", "container:1.6.18"), Map.of("TESTCONTAINERS_RYUK_DISABLED", "true")))
                .isFalse();
    }
}
