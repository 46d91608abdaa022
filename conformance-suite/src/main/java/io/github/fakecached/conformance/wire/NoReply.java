package io.github.fakecached.conformance.wire;

/** A server did not say what it had to within the time limit, or could not be talked to at all. */
public final class NoReply extends AssertionError {

    private static final long serialVersionUID = 1;

    NoReply(String message) {
        super(message);
    }

    NoReply(String message, Throwable cause) {
        super(message, cause);
    }
}
