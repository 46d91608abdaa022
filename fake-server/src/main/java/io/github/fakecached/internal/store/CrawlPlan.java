package io.github.fakecached.internal.store;

/**
 * When a queue is crawled next without anybody asking for it, and how what is found there changes that.
 *
 * @param due the second after which it is crawled, by {@link ServerTime}
 * @param minutesToWait the part of the wait that grows and shrinks
 * @param found what the last crawl has found, before the next one is planned by it
 */
record CrawlPlan(long due, int minutesToWait, CrawlTally found) {

    /** Of a server that has just been started. */
    static final CrawlPlan FIRST = new CrawlPlan(0, 0, CrawlTally.NOTHING);

    private static final long MINUTE = 60;
    private static final int LONGEST_WAIT_MINUTES = 60;
    private static final long SHORTEST_WAIT = 5;

    boolean isDue(long now) {
        return now > due;
    }

    /** How many seconds pass before the queue is due. */
    long secondsToWait() {
        return minutesToWait * MINUTE + SHORTEST_WAIT;
    }

    CrawlPlan found(CrawlTally tally) {
        return new CrawlPlan(due, minutesToWait, tally);
    }

    /** The plan that follows from what was found, at which memcached looks when the second after the crawl has come. */
    CrawlPlan next(long crawledAt) {
        int minutes = minutesToWait;
        if (found.expiring() > found.lowMark()) {
            minutes += minutes < found.minuteBeyondLowMark() ? 1 : -Math.min(1, minutes);
        } else if (found.expiring() == 0) {
            minutes = Math.min(minutes + 1, LONGEST_WAIT_MINUTES);
        }
        CrawlPlan next = new CrawlPlan(0, minutes, CrawlTally.NOTHING);
        return next.shift(crawledAt + 1 + next.secondsToWait());
    }

    CrawlPlan shift(long seconds) {
        return new CrawlPlan(due + seconds, minutesToWait, found);
    }
}
