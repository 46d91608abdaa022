package io.github.fakecached.conformance.rule;

import java.util.List;

/**
 * What came of checking rules by one property against one target.
 *
 * @param rules the rules' ids
 * @param property the property that checked them, as class and method
 * @param status what came of it
 * @param message why, where it is not {@link Status#HOLDS}; else empty
 */
public record RuleResult(List<String> rules, String property, Status status, String message) {

    /** What came of it. */
    public enum Status {
        /** In every case that was tried. */
        HOLDS,
        /** Not in the case that the message shows. */
        BROKEN,
        /** It cannot be tried on this target. */
        SKIPPED,
        /** The rules are about a dialect that the target does not speak, or about TLS and it was built without. */
        NOT_OFFERED,
        /** The rules are about other releases than the target's. */
        NOT_APPLICABLE
    }

    @Override
    public String toString() {
        return String.join(" ", rules) + " " + property + ": " + status + (message.isEmpty() ? "" : "\n" + message);
    }
}
