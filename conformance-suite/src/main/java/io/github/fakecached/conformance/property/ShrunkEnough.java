package io.github.fakecached.conformance.property;

import java.util.List;

/**
 * Ends the search for smaller cases that fail, and carries the smallest one that was found. jqwik has no other end for it but a
 * thread of its own, which would go on; and if cases are passed over, it lists all there are, and keeps them in memory. It is
 * an error, and no assertion, because jqwik takes one for a further case that fails.
 */
final class ShrunkEnough extends Error {

    private static final long serialVersionUID = 1;

    private final AssertionError failure;
    private final transient List<Object> parameters;

    ShrunkEnough(AssertionError failure, List<Object> parameters) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
        this.parameters = List.copyOf(parameters);
    }

    /** Why the case fails. */
    AssertionError failure() {
        return failure;
    }

    /** The case. */
    List<Object> parameters() {
        return parameters;
    }
}
