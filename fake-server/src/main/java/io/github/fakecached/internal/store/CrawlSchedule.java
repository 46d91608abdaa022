package io.github.fakecached.internal.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * When each queue is crawled without anybody asking for it (lru_maintainer_crawler_check in items.c): after some seconds if more
 * than a hundredth of its items are about to expire, and else later from time to time, up to once an hour.
 */
final class CrawlSchedule {

    /** memcached counts as many slab classes, whether it has them or not. */
    private static final int CLASSES = 64;

    private static final int QUEUES = CLASSES * LruSegment.values().length;
    private static final long MINUTE = 60;
    private static final int LONGEST_WAIT_MINUTES = 60;
    private static final long SHORTEST_WAIT = 5;

    private final Store store;
    /** Seconds, unsigned. */
    private final int[] due = new int[QUEUES];

    private final byte[] minutesToWait = new byte[QUEUES];
    private final Map<Integer, CrawlTally> tallies = new HashMap<>(0);
    private boolean planned = true;
    private long crawledAt;

    CrawlSchedule(Store store) {
        this.store = store;
    }

    /** Lets a second come: what the last crawl has found decides about the next one, which may be now. */
    void pass(LruCrawler crawler, long most, long now) {
        if (!planned) {
            planWhatWasCrawled();
            planned = true;
        }
        boolean begun = false;
        for (int queue = 1; queue < QUEUES; queue++) {
            if (now > due(queue)) {
                CrawlTally tally = crawler.crawl(queue % CLASSES, segment(queue), most, now);
                if (tally != CrawlTally.NOTHING) {
                    tallies.put(queue, tally);
                }
                begun = true;
            }
        }
        if (begun) {
            crawler.begun();
            crawledAt = now;
            planned = false;
        }
    }

    /** What was crawled was due before. */
    private void planWhatWasCrawled() {
        for (int queue = 1; queue < QUEUES; queue++) {
            if (crawledAt > due(queue)) {
                plan(queue, tallies.getOrDefault(queue, CrawlTally.NOTHING));
            }
        }
        tallies.clear();
    }

    private long due(int queue) {
        return Integer.toUnsignedLong(due[queue]);
    }

    /** Moves all times on, because the epoch they count from has been moved back. */
    void shift(long seconds) {
        Arrays.setAll(due, queue -> (int) (due(queue) + seconds));
        crawledAt += seconds;
    }

    /** memcached looks at what was found when the next second has come. */
    private void plan(int queue, CrawlTally tally) {
        long lowMark = tally.mortal() / 100 + 1;
        long expiring = 0;
        for (int minute = 0; minute < tally.minutes() && expiring <= lowMark; minute++) {
            expiring += tally.expiringIn(minute);
            if (expiring > lowMark) {
                minutesToWait[queue] += (byte) (minutesToWait[queue] < minute ? 1 : -Math.min(1, minutesToWait[queue]));
            }
        }
        if (expiring == 0) {
            minutesToWait[queue] = (byte) Math.min(minutesToWait[queue] + 1, LONGEST_WAIT_MINUTES);
        }
        long wait = minutesToWait[queue] * MINUTE + SHORTEST_WAIT;
        due[queue] = (int) (crawledAt + 1 + wait);
        store.events()
                .crawled(new CrawlReport(
                        queue % CLASSES, segment(queue), lowMark, expiring, wait, tally.examined(), tally.reclaimed()));
    }

    private static LruSegment segment(int queue) {
        return LruSegment.of(queue / CLASSES);
    }
}
