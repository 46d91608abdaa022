package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.rule.Rule;

/**
 * What came of holding a client to a rule.
 *
 * @param rule the rule
 * @param status what came of it
 * @param message why, where it is not {@link Status#HOLDS}; else empty
 * @param transcript what the client was asked, and what passed over the wire, if the rule is broken; else empty
 */
public record ClientRuleResult(Rule rule, Status status, String message, String transcript) {

    /** What came of it. */
    public enum Status {
        /** The client does what the rule says. */
        HOLDS,
        /** It does not. */
        BROKEN,
        /** It was not tried: the rule is left out, or is about another protocol. */
        SKIPPED,
        /** Nothing tries this rule. */
        UNTESTED
    }

    @Override
    public String toString() {
        return rule + " " + status + (message.isEmpty() ? "" : ": " + message);
    }
}
