package io.github.fakecached.conformance.report;

import java.util.Locale;

/** What a rule came to on a target; a cell of the matrix. The first that applies to any property of the rule is the rule's. */
public enum Verdict {
    /** A property found a case in which it does not hold. */
    BROKEN("✗"),
    /** It held in every case that was tried. */
    KEPT("✓"),
    /** It cannot be tried on this target, for the reason that is given. */
    SKIPPED("–"),
    /** It is about a dialect that the target does not speak. */
    NOT_OFFERED("○"),
    /** It is about other releases than the target's. */
    NOT_APPLICABLE("·"),
    /** No property checks it. */
    UNTESTED("?");

    private final String sign;

    Verdict(String sign) {
        this.sign = sign;
    }

    /** One character for a cell. */
    public String sign() {
        return sign;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
