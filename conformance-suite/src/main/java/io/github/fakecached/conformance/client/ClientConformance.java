package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * Holds a client of memcached to the rules about clients: extend this class, and run it as any test. Each rule is a test of its
 * own, named by its id and its sentence, on a fake of its own that does to the client what the rule is about. A rule that the
 * client breaks fails with the transcript; one that is left out is skipped with the reason. At the end a report is written to
 * {@code target/client-conformance}: Markdown, an HTML page with filters and the transcripts, and JUnit's XML.
 *
 * <pre>{@code
 * class MyClientConformanceTest extends ClientConformance {
 *     protected ClientUnderTest connect(Endpoint endpoint) throws IOException {
 *         return new MyClientUnderTest(endpoint);
 *     }
 *
 *     protected ClientCapabilities capabilities() {
 *         return ClientCapabilities.text().without(ClientFeature.TLS, "not supported");
 *     }
 * }
 * }</pre>
 *
 * <p>With {@code -Dconformance.rules=C-LATE-.*} only the rules are tried whose ids match.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClientConformance {

    private static final String CHOSEN = "conformance.rules";

    private @Nullable ClientRun run;

    /** For classes that extend this one. */
    protected ClientConformance() {}

    /**
     * Connects the client. Called for each rule, and by some several times.
     *
     * @param endpoint where to, how long to wait, and who to sign in as
     * @return a new client
     * @throws Exception if it cannot be connected
     */
    protected abstract ClientUnderTest connect(Endpoint endpoint) throws Exception;

    /**
     * What the client speaks, and what it is not held to.
     *
     * @return the text protocol with everything, unless overridden
     */
    protected ClientCapabilities capabilities() {
        return ClientCapabilities.text();
    }

    /**
     * Where the report goes as Markdown. The HTML page of the same name and JUnit's XML, with {@code TEST-} before its name, are
     * written beside it.
     *
     * @return a file of the class's name in {@code target/client-conformance}, unless overridden
     */
    protected Path report() {
        return Path.of("target", "client-conformance", getClass().getSimpleName() + ".md");
    }

    /**
     * The rules, a test each.
     *
     * @return the tests
     */
    @TestFactory
    public final Stream<DynamicNode> rules() {
        ClientRun started = new ClientRun(getClass().getSimpleName(), this::connect, capabilities());
        run = started;
        return ClientRun.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> check(rule, started)));
    }

    private static void check(Rule rule, ClientRun run) {
        String chosen = System.getProperty(CHOSEN, ".*");
        if (!rule.id().matches(chosen)) {
            throw new TestAbortedException("-D" + CHOSEN + "=" + chosen);
        }
        ClientRuleResult result = run.check(rule);
        if (result.status() == Status.BROKEN) {
            AssertionError broken = new AssertionError(rule + "\n" + result.message() + "\n\n" + result.transcript());
            broken.setStackTrace(new StackTraceElement[0]); // it would show the kit, and hide what is shown here
            throw broken;
        }
        if (result.status() != Status.HOLDS) {
            throw new TestAbortedException(result.message());
        }
    }

    /**
     * Writes the {@link #report()}.
     *
     * @throws IOException if it cannot be written
     */
    @AfterAll
    public final void writeReport() throws IOException {
        if (run != null && !run.results().isEmpty()) {
            ClientReport.write(run.name(), run.results(), report());
        }
    }
}
