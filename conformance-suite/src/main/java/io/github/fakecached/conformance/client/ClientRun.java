package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a client to the rules, one after the other, without JUnit. Not safe for use by several threads.
 *
 * <pre>{@code
 * ClientRun run = new ClientRun("my client", endpoint -> new MyClientUnderTest(endpoint), ClientCapabilities.text());
 * ClientRun.rules().forEach(run::check);
 * run.results().forEach(System.out::println);
 * }</pre>
 */
public final class ClientRun {

    private final String name;
    private final ClientConnector connector;
    private final ClientCapabilities capabilities;
    private final List<ClientRuleResult> results = new ArrayList<>();

    /**
     * A run that has checked nothing yet.
     *
     * @param name the client's name, for the report
     * @param connector connects the client
     * @param capabilities what the client is held to
     */
    public ClientRun(String name, ClientConnector connector, ClientCapabilities capabilities) {
        this.name = name;
        this.connector = connector;
        this.capabilities = capabilities;
    }

    /**
     * All rules about clients.
     *
     * @return the rules in the order of the book
     */
    public static List<Rule> rules() {
        return RuleBook.client().rules();
    }

    /**
     * Holds the client to a rule.
     *
     * @param rule one of {@link #rules()}
     * @return what came of it, which is also kept
     */
    public ClientRuleResult check(Rule rule) {
        ClientRuleResult result = RuleTest.run(rule, connector, capabilities);
        results.add(result);
        return result;
    }

    /**
     * The client's name.
     *
     * @return as it was given
     */
    public String name() {
        return name;
    }

    /**
     * What came of the rules that were checked so far.
     *
     * @return a copy, in the order of the checks
     */
    public List<ClientRuleResult> results() {
        return List.copyOf(results);
    }
}
