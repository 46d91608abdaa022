package io.github.fakecached.conformance.target;

/** A target cannot be had here; the message says why, in words for whoever reads a list of skipped tests. */
public final class TargetAbsent extends Exception {

    private static final long serialVersionUID = 1;

    TargetAbsent(String reason) {
        super(reason);
    }

    TargetAbsent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
