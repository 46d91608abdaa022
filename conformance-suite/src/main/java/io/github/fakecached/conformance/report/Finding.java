package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.RuleResult;
import java.util.List;

/**
 * What one rule came to on one target.
 *
 * @param verdict what it came to
 * @param from the results that say so; none where no property was run
 */
public record Finding(Verdict verdict, List<RuleResult> from) {

    /** Keeps a copy. */
    public Finding {
        from = List.copyOf(from);
    }

    /** Whether there is more to say than the verdict. */
    boolean isTold() {
        return from.stream().anyMatch(result -> !result.message().isBlank());
    }
}
