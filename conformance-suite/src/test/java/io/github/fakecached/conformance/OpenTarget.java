package io.github.fakecached.conformance;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import org.opentest4j.TestAbortedException;

/** Opens a target for a test; where it cannot be had the test is skipped with the reason, or fails if it is required. */
public final class OpenTarget {

    private OpenTarget() {}

    /** The running target. */
    public static Target orAbort(TargetSource source) {
        try {
            return source.open();
        } catch (TargetAbsent absent) {
            if (Targets.configured().requires(source.kind())) {
                throw new AssertionError(
                        "required by -Dconformance.require=" + source.kind() + ": " + absent.getMessage(), absent);
            }
            throw new TestAbortedException(absent.getMessage(), absent);
        }
    }
}
