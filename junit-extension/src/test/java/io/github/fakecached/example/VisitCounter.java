package io.github.fakecached.example;

import net.spy.memcached.MemcachedClient;

/** Counts the visits to a page; a count ends a day after its first visit. */
final class VisitCounter {

    private static final int TIME_TO_LIVE_SECONDS = 24 * 60 * 60;

    private final MemcachedClient client;

    VisitCounter(MemcachedClient client) {
        this.client = client;
    }

    long visit(String page) {
        return client.incr("visits:" + page, 1, 1, TIME_TO_LIVE_SECONDS);
    }
}
