package io.github.fakecached.internal.net;

import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Waits for what the event loop does, but not for ever. An interrupt does not end the wait, which is short, and stays in force:
 * what is half started or half closed would be nobody's. Not to be called by the event loop itself.
 */
final class TimeLimit {

    private static final long SECONDS = 10;

    private TimeLimit() {}

    static void await(Future<?> future, String what) {
        if (!future.awaitUninterruptibly(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    what + " was not done within " + SECONDS + " s: is a thread named fakecached-... busy or blocked?");
        }
    }
}
