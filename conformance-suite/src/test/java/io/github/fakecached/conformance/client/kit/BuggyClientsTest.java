package io.github.fakecached.conformance.client.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.client.ClientCapabilities;
import io.github.fakecached.conformance.client.ClientRuleResult;
import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.client.ClientRun;
import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.wire.Dialect;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client without bugs keeps all rules, and each rule finds the bugs that it is about. */
class BuggyClientsTest {

    /** They wait more than they work. */
    private static final int AT_ONCE = 6;

    private static final Map<Case, ClientRuleResult> RESULTS = new LinkedHashMap<>();

    /** A client with these bugs, held to a rule. */
    record Case(Set<Bug> bugs, Rule rule) {

        /** One that has a bug has little time to recover, so that nobody waits in vain for long. */
        ClientRuleResult result() {
            var capabilities = ClientCapabilities.text();
            return new ClientRun(
                            toString(),
                            endpoint -> new LineClient(endpoint, bugs),
                            bugs.isEmpty() ? capabilities : capabilities.recoversWithin(Duration.ofSeconds(2)))
                    .check(rule);
        }

        @Override
        public String toString() {
            return bugs + " " + rule;
        }
    }

    static Stream<Rule> rules() {
        return ClientRun.rules().stream().filter(rule -> rule.dialects().contains(Dialect.TEXT));
    }

    static Stream<Case> correct() {
        return rules().map(rule -> new Case(Set.of(), rule));
    }

    static Stream<Case> buggy() {
        return Arrays.stream(Bug.values())
                .flatMap(bug ->
                        rules().filter(rule -> bug.rules.contains(rule.id())).map(rule -> new Case(Set.of(bug), rule)));
    }

    @BeforeAll
    static void runAll() throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var runs = new LinkedHashMap<Case, Future<ClientRuleResult>>();
            Stream.concat(correct(), buggy()).forEach(each -> runs.put(each, threads.submit(each::result)));
            for (var run : runs.entrySet()) {
                RESULTS.put(run.getKey(), run.getValue().get(5, TimeUnit.MINUTES));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("correct")
    void aClientWithoutBugsKeepsTheRule(Case each) {
        var result = RESULTS.get(each);
        assertThat(result.status()).as("%s\n%s", result, result.transcript()).isEqualTo(Status.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("buggy")
    void aRuleFindsItsBugs(Case each) {
        var result = RESULTS.get(each);
        assertThat(result.status()).as("%s\n%s", result, result.transcript()).isEqualTo(Status.BROKEN);
        assertThat(result.message()).isNotEmpty();
        assertThat(result.transcript()).contains("calls:", "journal:");
    }

    @Test
    void eachRuleOfTheTextProtocolFindsABug() {
        assertThat(buggy().map(Case::rule)).containsAll(rules().toList());
    }
}
