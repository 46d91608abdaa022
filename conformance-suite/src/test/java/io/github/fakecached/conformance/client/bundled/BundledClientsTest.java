package io.github.fakecached.conformance.client.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.client.ClientReport;
import io.github.fakecached.conformance.client.ClientRuleResult;
import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.client.ClientRun;
import io.github.fakecached.conformance.report.Chromium;
import io.github.fakecached.conformance.report.HtmlReport;
import io.github.fakecached.conformance.report.JunitReport;
import io.github.fakecached.conformance.report.Report;
import io.github.fakecached.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bundled clients keep and break exactly the rules that docs/CLIENTS.md says. After a change of the rules run this test with
 * {@code -Dupdate.docs=true} to have the page written anew.
 */
class BundledClientsTest {

    private static final boolean UPDATE = Boolean.getBoolean("update.docs");

    /** They wait more than they work. */
    private static final int AT_ONCE = 6;

    private static final Map<BundledClient, List<ClientRuleResult>> RESULTS = new EnumMap<>(BundledClient.class);

    private static ClientsPage page;

    @TempDir
    Path folder;

    @BeforeAll
    static void runAllClients() throws Exception {
        page = ClientsPage.read();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var runs = new EnumMap<BundledClient, List<Future<ClientRuleResult>>>(BundledClient.class);
            for (var client : BundledClient.values()) {
                runs.put(
                        client,
                        ClientRun.rules().stream()
                                .map(rule -> threads.submit(() -> check(client, rule)))
                                .toList());
            }
            for (var run : runs.entrySet()) {
                var results = new ArrayList<ClientRuleResult>();
                for (var result : run.getValue()) {
                    results.add(result.get(10, TimeUnit.MINUTES));
                }
                RESULTS.put(run.getKey(), results);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static ClientRuleResult check(BundledClient client, Rule rule) {
        return new ClientRun(client.title, client.connector, client.capabilities).check(rule);
    }

    @AfterAll
    static void writePageIfAsked() throws IOException {
        if (UPDATE) {
            page.write(RESULTS);
        }
    }

    static Stream<Arguments> clientsAndResults() {
        return RESULTS.entrySet().stream()
                .flatMap(client -> client.getValue().stream().map(result -> Arguments.of(client.getKey(), result)));
    }

    @ParameterizedTest
    @MethodSource("clientsAndResults")
    void whatCameOfARuleIsPublished(BundledClient client, ClientRuleResult result) {
        if (!UPDATE) {
            assertThat(ClientsPage.cell(result))
                    .as("%s of %s, published in docs/CLIENTS.md:\n%s\n", result, client.title, result.transcript())
                    .isEqualTo(page.published(result.rule(), client));
            if (result.status() == Status.BROKEN) {
                assertThat(page.hasEvidence(result.rule(), client))
                        .as("evidence in docs/CLIENTS.md that %s breaks %s", client.title, result.rule())
                        .isTrue();
            }
        }
    }

    @Test
    void thePageHasTheseRulesOnly() {
        assertThat(page.size())
                .isEqualTo(UPDATE ? page.size() : ClientRun.rules().size());
    }

    @Test
    void thePageOfAllClientsShowsEachRuleAndTheTranscriptsOfThoseThatAreBroken() {
        var page = HtmlReport.page(report());
        for (var client : RESULTS.entrySet()) {
            assertThat(page).contains(client.getKey().title);
            assertThat(client.getValue())
                    .filteredOn(result -> result.status() == Status.BROKEN)
                    .allSatisfy(result -> assertThat(page)
                            .contains("broken: " + result.rule().id() + " on " + client.getKey().title));
        }
        assertThat(page).contains("calls:").contains("journal:").doesNotContain("seed");
    }

    @Test
    void aBrowserShowsTheTranscriptOnAClickAndHidesWhatIsFilteredOut() throws Exception {
        var clicking = HtmlReport.page(report())
                .replaceFirst("<meta http-equiv[^>]*>", "")
                .replace("</body>", "<script>document.querySelector('.cell.broken a').click()</script></body>");
        int rules = ClientRun.rules().size();
        assertThat(Chromium.shown(folder, clicking, "#verdict=broken"))
                .containsPattern("(?s)<dialog[^>]* open=.*finding-title\">C-[A-Z]+-\\d+ on .*calls:.*journal:")
                .containsPattern("[1-9]\\d* of " + rules + " rules");
        assertThat(Chromium.shown(folder, clicking, "#find=c-get-01")).contains("1 of " + rules + " rules");
    }

    @Test
    void theXmlHasASuiteForEachClient() {
        var xml = JunitReport.file(report());
        assertThat(RESULTS).allSatisfy((client, results) -> {
            long broken = results.stream()
                    .filter(result -> result.status() == Status.BROKEN)
                    .count();
            assertThat(xml)
                    .contains("<testsuite name=\"" + client.title + "\" tests=\"" + results.size() + "\" failures=\""
                            + broken + "\"");
        });
    }

    private static Report report() {
        var results = new LinkedHashMap<String, List<ClientRuleResult>>();
        RESULTS.forEach((client, ofClient) -> results.put(client.title, ofClient));
        return ClientReport.of("Clients", results);
    }

    @Test
    void everyRuleIsTested() {
        assertThat(RESULTS.values())
                .allSatisfy(results -> assertThat(results)
                        .hasSameSizeAs(ClientRun.rules())
                        .noneMatch(result -> result.status() == Status.UNTESTED));
    }
}
