package io.github.fakecached.conformance.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client said to a call: a result, or that it failed.
 *
 * @param call the call in words
 * @param value the result, if it did not fail
 * @param failure what it threw, if it failed
 */
record Answer<T>(String call, @Nullable T value, @Nullable Throwable failure) {

    boolean failed() {
        return failure != null;
    }

    /** The result of a call that ought not to fail. */
    T result() {
        if (failure != null) {
            throw new AssertionError(call + " failed: " + CallLog.inWords(failure), failure);
        }
        return Objects.requireNonNull(value);
    }

    /** Holds that the client reported a failure. */
    void assertFailed(String because) {
        if (failure == null) {
            throw new AssertionError(
                    call + " ought to fail, since " + because + ", but the client answered " + Shown.of(value));
        }
    }
}
