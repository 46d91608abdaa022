package io.github.fakecached.conformance.client.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.client.ClientRuleResult;
import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.client.ClientRun;
import io.github.fakecached.conformance.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    void everyRuleIsTested() {
        assertThat(RESULTS.values())
                .allSatisfy(results -> assertThat(results)
                        .hasSameSizeAs(ClientRun.rules())
                        .noneMatch(result -> result.status() == Status.UNTESTED));
    }
}
