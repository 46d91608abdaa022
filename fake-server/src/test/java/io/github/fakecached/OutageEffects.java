package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How tests find out what clients see of a fake that is paused, partitioned or killed. */
final class OutageEffects {

    private OutageEffects() {}

    /** Waits until all that was sent would have been answered, were there somebody to answer. */
    static void settle(FakeMemcached memcached) {
        if (memcached.isPaused()) {
            memcached.pause();
        } else {
            memcached.partition();
        }
    }

    /** Checks that a connection that is read from, or written to, was reset. */
    static void assertReset(ThrowingCallable use) {
        assertThatExceptionOfType(SocketException.class).isThrownBy(use).withMessageContaining("reset");
    }
}
