package io.github.fakecached.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.lockstep.Lockstep;
import io.github.fakecached.conformance.property.Selection;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.TargetNames;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Writes the tables of docs/CONFORMANCE.md anew. No test of every build: its name is not one that a build looks for, so it has
 * to be asked for.
 */
class ConformancePageUpdate {

    private static final String SEED = "20110101";
    private static final List<String> TARGETS = List.of(
            "fake:1.6.18",
            "fake:1.6.45",
            "container:1.6.9",
            "container:1.6.18",
            "container:1.6.38",
            "container:1.6.45");

    @Test
    void theTablesAreWrittenAnew() throws IOException {
        var sources = TARGETS.stream()
                .map(name ->
                        TargetNames.named(name, Duration.ofSeconds(10), Optional.empty(), Lockstep.serverOptions()))
                .toList();
        var report =
                new Run(Selection.all(), Seed.of(SEED), SEED, Duration.ofHours(1), Progress.silent()).over(sources);
        assertThat(report.absent()).isEmpty();
        ConformancePage.write(report);
    }
}
