package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.wire.NoReply;

/**
 * The server could not be emptied before a try, so that nobody knows what it makes of the rule. Whatever spoiled it came before,
 * and the rule is not to blame.
 */
final class NotEmptied extends RuntimeException {

    static final String REASON = "the server did not answer when it was to be flushed before";

    private static final long serialVersionUID = 1;

    NotEmptied(NoReply none) {
        super(REASON, none);
    }
}
