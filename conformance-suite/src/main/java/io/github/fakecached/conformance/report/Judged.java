package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.target.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server or a client that was judged; a column of the matrix.
 *
 * @param name what the column is called, such as {@code fake 1.6.45}
 * @param about short remarks about it for the column's head, such as its version and how long it took
 * @param version the release of memcached by whose rules it was judged; none for a client
 * @param results what its properties came to, in any order
 */
public record Judged(String name, List<String> about, Optional<ServerVersion> version, List<RuleResult> results) {

    /** Keeps copies. */
    public Judged {
        about = List.copyOf(about);
        results = List.copyOf(results);
    }

    /** What a rule came to. */
    public Finding finding(Rule rule) {
        if (version.filter(release -> !rule.versions().include(release)).isPresent()) {
            return new Finding(Verdict.NOT_APPLICABLE, List.of());
        }
        var ofRule = results.stream()
                .filter(result -> result.rules().contains(rule.id()))
                .toList();
        return Stream.of(Verdict.values())
                .map(verdict -> new Finding(
                        verdict,
                        ofRule.stream()
                                .filter(result -> verdict(result.status()) == verdict)
                                .toList()))
                .filter(finding -> !finding.from().isEmpty())
                .findFirst()
                .orElse(new Finding(Verdict.UNTESTED, List.of()));
    }

    private static Verdict verdict(Status status) {
        return switch (status) {
            case HOLDS -> Verdict.KEPT;
            case BROKEN -> Verdict.BROKEN;
            case SKIPPED -> Verdict.SKIPPED;
            case NOT_OFFERED -> Verdict.NOT_OFFERED;
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }
}
