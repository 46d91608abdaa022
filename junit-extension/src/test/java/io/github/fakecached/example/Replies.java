package io.github.fakecached.example;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for memcached's replies, for a limited time. */
final class Replies {

    private static final long TIME_LIMIT_SECONDS = 2;

    private Replies() {}

    static <T> T await(Future<T> reply) {
        try {
            return reply.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no reply from memcached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for memcached", e);
        }
    }
}
