package io.github.fakecached.conformance.client.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.fakecached.conformance.client.ClientCapabilities;
import io.github.fakecached.conformance.client.ClientConformance;
import io.github.fakecached.conformance.client.ClientFeature;
import io.github.fakecached.conformance.client.ClientRun;
import io.github.fakecached.conformance.client.ClientUnderTest;
import io.github.fakecached.conformance.client.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the author of a client sees who extends {@link ClientConformance}. */
class ClientConformanceTest {

    private static final String CHOSEN = "conformance.rules";

    @TempDir
    static Path folder;

    @BeforeEach
    void chooseAFew() {
        System.setProperty(CHOSEN, "C-(GET|SET|ADD|CAS|TLS)-01");
    }

    @AfterEach
    void chooseAll() {
        System.clearProperty(CHOSEN);
    }

    /** A client that takes misses for failures, has no TLS, and whose adapter has no add. */
    static class AuthorsTest extends ClientConformance {

        @Override
        protected ClientUnderTest connect(Endpoint endpoint) {
            var client = new LineClient(endpoint, EnumSet.of(Bug.FAILS_WITH_MISSES));
            return new ClientUnderTest() {
                @Override
                public byte[] get(String key) throws IOException {
                    return client.get(key);
                }

                @Override
                public boolean set(String key, byte[] value, int exptime) throws IOException {
                    return client.set(key, value, exptime);
                }

                @Override
                public boolean delete(String key) throws IOException {
                    return client.delete(key);
                }

                @Override
                public void close() {
                    client.close();
                }
            };
        }

        @Override
        protected ClientCapabilities capabilities() {
            return ClientCapabilities.text()
                    .without(ClientFeature.TLS, "not before version 2")
                    .withoutRule("C-CAS-01", "a proxy takes the uniques away");
        }

        @Override
        protected Path report() {
            return folder.resolve("a").resolve("report.md");
        }
    }

    @Test
    void eachRuleIsATestOfItsOwnNamedByIdAndSentence() {
        var names = run().testEvents()
                .finished()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
        assertThat(names)
                .containsExactlyElementsOf(
                        ClientRun.rules().stream().map(Object::toString).toList())
                .contains("C-GET-01 A hit is told from a miss.");
    }

    @Test
    void aBrokenRuleFailsWithWhatWasAskedAndWhatPassedOverTheWire() {
        assertThat(failure(run(), "C-GET-01"))
                .hasMessageContainingAll(
                        "C-GET-01 A hit is told from a miss.",
                        "get(\"missing\") failed: IOException: no missing",
                        "calls:",
                        "get(\"k\") → \"value\"",
                        "journal:",
                        "get missing → END");
    }

    @Test
    void whatIsLeftOutIsSkippedWithTheReason() {
        var results = run();
        assertThat(failure(results, "C-TLS-01")).hasMessage("without TLS: not before version 2");
        assertThat(failure(results, "C-CAS-01")).hasMessage("left out: a proxy takes the uniques away");
        assertThat(failure(results, "C-TLS-02")).hasMessageContaining("-Dconformance.rules=");
        assertThat(results.testEvents().aborted().count())
                .isEqualTo(ClientRun.rules().size() - 3);
    }

    @Test
    void whatIsNotImplementedSaysSo() {
        assertThat(failure(run(), "C-ADD-01"))
                .hasMessageContaining("ClientUnderTest.add is not implemented: implement it, or have capabilities() say"
                        + " without(ClientFeature.ADD, \"why\")");
    }

    @Test
    void theReportHasALineForEachRuleAndTheTranscriptsOfThoseThatAreBroken() throws IOException {
        run();
        assertThat(Files.readString(folder.resolve("a").resolve("report.md"), UTF_8))
                .contains("# AuthorsTest")
                .contains("1 holds, 2 broken, 2 skipped, 0 untested.")
                .contains("| C-SET-01 | required | set stores an item whether there was one or not. | holds |")
                .contains("| skipped: without TLS: not before version 2 |")
                .contains("## C-GET-01 A hit is told from a miss.")
                .contains("get missing → END");
    }

    @Test
    void thePageAndTheXmlStandBesideIt() throws IOException {
        run();
        assertThat(Files.readString(folder.resolve("a").resolve("report.html"), UTF_8))
                .contains("<title>AuthorsTest</title>", "broken: C-GET-01 on AuthorsTest", "get missing \u2192 END")
                .contains("without TLS: not before version 2");
        assertThat(Files.readString(folder.resolve("a").resolve("TEST-report.xml"), UTF_8))
                .contains("<testsuite name=\"AuthorsTest\"", "failures=\"2\"", "get missing \u2192 END");
    }

    @Test
    void mistakesInCapabilitiesAreRefused() {
        assertThatThrownBy(() -> ClientCapabilities.text().withoutRule("C-GET-99", "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C-GET-99");
        assertThatThrownBy(() -> ClientCapabilities.text().recoversWithin(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.999S");
    }

    private static EngineExecutionResults run() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(AuthorsTest.class))
                .execute();
    }

    private static Throwable failure(EngineExecutionResults results, String id) {
        return results.testEvents()
                .finished()
                .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(id + " "))
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
