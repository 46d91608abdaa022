package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs fixture classes with the Jupiter of the class path, as a user's build would. */
final class JupiterRun {

    static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private final EngineExecutionResults results;

    private JupiterRun(EngineExecutionResults results) {
        this.results = results;
    }

    static JupiterRun of(Class<?>... testCases) {
        return of(Map.of(), testCases);
    }

    static JupiterRun of(Map<String, String> parameters, Class<?>... testCases) {
        DiscoverySelector[] classes =
                Arrays.stream(testCases).map(testCase -> selectClass(testCase)).toArray(DiscoverySelector[]::new);
        EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter").selectors(classes);
        parameters.forEach(builder::configurationParameter);
        return new JupiterRun(builder.execute());
    }

    /** Asserts that so many tests ran, and nothing failed. */
    void passes(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    }

    /** What was thrown by tests and containers, in order. */
    List<Throwable> failures() {
        return results.allEvents().finished().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** The values of published report entries. */
    List<String> reportEntries() {
        return results.allEvents().reportingEntryPublished().stream()
                .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                .flatMap(entry -> entry.getKeyValuePairs().values().stream())
                .toList();
    }

    /** The only thing that was thrown. */
    Throwable failure() {
        assertThat(failures()).hasSize(1);
        return failures().get(0);
    }
}
