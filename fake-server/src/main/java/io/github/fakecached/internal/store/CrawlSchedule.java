package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * When each queue is crawled without anybody asking for it (lru_maintainer_crawler_check in items.c): after some seconds if more
 * than a hundredth of its items are about to expire, and else later from time to time, up to once an hour.
 */
final class CrawlSchedule {

    /** memcached counts as many slab classes, whether it has them or not. */
    private static final int CLASSES = 64;

    private static final int QUEUES = CLASSES * LruSegment.values().length;
    private static final @Nullable CrawlPlan[] NONE = {};

    private final Store store;

    /** Of all queues in which no crawl has found an item so far, and in most fakes none has in any. */
    private CrawlPlan common = CrawlPlan.FIRST;

    /** Of the other queues. */
    private @Nullable CrawlPlan[] own = NONE;

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
            if (of(queue).isDue(now)) {
                CrawlTally tally = crawler.crawl(queue % CLASSES, segment(queue), most, now);
                if (tally != CrawlTally.NOTHING) {
                    set(queue, of(queue).found(tally));
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
        boolean commonIsDue = common.isDue(crawledAt);
        CrawlPlan nextCommon = common.next(crawledAt);
        for (int queue = 1; queue < QUEUES; queue++) {
            CrawlPlan plan = own(queue);
            if (plan == null && commonIsDue) {
                report(queue, common.found(), nextCommon);
            } else if (plan != null && plan.isDue(crawledAt)) {
                CrawlPlan next = plan.next(crawledAt);
                own[queue] = next;
                report(queue, plan.found(), next);
            }
        }
        if (commonIsDue) {
            common = nextCommon;
        }
    }

    private void report(int queue, CrawlTally found, CrawlPlan next) {
        store.events()
                .crawled(new CrawlReport(
                        queue % CLASSES,
                        segment(queue),
                        found.lowMark(),
                        found.expiring(),
                        next.secondsToWait(),
                        found.examined(),
                        found.reclaimed()));
    }

    /** Moves all times on, because the epoch they count from has been moved back. */
    void shift(long seconds) {
        common = common.shift(seconds);
        for (int queue = 0; queue < own.length; queue++) {
            CrawlPlan plan = own[queue];
            own[queue] = plan == null ? null : plan.shift(seconds);
        }
        crawledAt += seconds;
    }

    private CrawlPlan of(int queue) {
        CrawlPlan plan = own(queue);
        return plan == null ? common : plan;
    }

    private @Nullable CrawlPlan own(int queue) {
        return own.length == 0 ? null : own[queue];
    }

    private void set(int queue, CrawlPlan plan) {
        if (own.length == 0) {
            own = new @Nullable CrawlPlan[QUEUES];
        }
        own[queue] = plan;
    }

    private static LruSegment segment(int queue) {
        return LruSegment.of(queue / CLASSES);
    }
}
