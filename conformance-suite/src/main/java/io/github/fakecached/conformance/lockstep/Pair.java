package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.Reply;

/**
 * A connection to each of two servers, on which the same is said.
 *
 * @param reference the connection to the server that is right
 * @param subject the connection to the one that is held to it
 */
record Pair(RawConnection reference, RawConnection subject) implements AutoCloseable {

    static Pair connect(Dialect dialect, Target reference, Target subject) {
        return new Pair(reference.connect(dialect), subject.connect(dialect));
    }

    /** What each of them answers to these bytes; both are at work on it at the same time. */
    Replies ask(String bytes) {
        reference.begin(bytes);
        subject.begin(bytes);
        return new Replies(reference.finish(), subject.finish());
    }

    @Override
    public void close() {
        reference.close();
        subject.close();
    }

    /**
     * What two servers answered.
     *
     * @param expected by the reference
     * @param actual by the subject
     */
    record Replies(Reply expected, Reply actual) {}
}
