package io.github.fakecached.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Looks at items from the ends of their queues on, and drops those that are expired or flushed (crawler.c). */
final class LruCrawler {

    private final Store store;
    private final LruQueues queues;
    private final StoreRules rules;
    private final SlabClasses classes;
    private final Counters counters;

    LruCrawler(Store store, LruQueues queues, StoreRules rules, Counters counters) {
        this.store = store;
        this.queues = queues;
        this.rules = rules;
        this.classes = rules.slabClasses();
        this.counters = counters;
    }

    /** Crawls the queues of some slab classes, in each at most so many items; 0 is for all. */
    void crawl(IntPredicate slabClasses, long most, long now) {
        begun();
        for (int slabClass = 1; slabClass <= classes.count(); slabClass++) {
            if (slabClasses.test(slabClass)) {
                for (LruSegment segment : LruSegment.values()) {
                    crawl(slabClass, segment, most, now);
                }
            }
        }
    }

    /** Counts a crawl, of however many queues. */
    void begun() {
        counters.increment(Counter.LRU_CRAWLER_STARTS);
    }

    /** The items of some slab classes that are not expired or flushed, one of each queue in turn as memcached meets them. */
    List<Item> list(IntPredicate slabClasses, long now) {
        begun();
        List<Item> items = new ArrayList<>();
        List<Item> next = new ArrayList<>();
        for (LruSegment segment : LruSegment.values()) {
            for (int slabClass = 1; slabClass <= classes.count(); slabClass++) {
                Item oldest = queues.of(slabClass, segment).oldest();
                if (oldest != null && slabClasses.test(slabClass)) {
                    next.add(oldest);
                }
            }
        }
        while (!next.isEmpty()) {
            List<Item> following = new ArrayList<>(next.size());
            for (Item item : next) {
                if (meets(item, rules.slabClass(item)) && !store.isReclaimable(item, now)) {
                    items.add(item);
                }
                if (item.newer != null) {
                    following.add(item.newer);
                }
            }
            next = following;
        }
        return items;
    }

    /** Crawls one queue, in which nothing is to be found if there is no such slab class. */
    CrawlTally crawl(int slabClass, LruSegment segment, long most, long now) {
        boolean exists = slabClass > 0 && slabClass <= classes.count();
        Item item = exists ? queues.of(slabClass, segment).oldest() : null;
        if (item == null) {
            return CrawlTally.NOTHING;
        }
        CrawlTally tally = new CrawlTally();
        for (long checked = 0; item != null && (most == 0 || checked < most); checked++) {
            Item following = item.newer;
            if (meets(item, slabClass)) {
                if (store.isReclaimable(item, now)) {
                    reclaim(item, slabClass, now);
                    tally.dropped();
                } else {
                    tally.passed(item, now);
                }
            }
            item = following;
        }
        return tally;
    }

    /** Whether the crawler looks at an item: not if somebody holds it. */
    private boolean meets(Item item, int slabClass) {
        if (store.isHeld(item)) {
            return false;
        }
        counters.increment(Counter.CRAWLER_ITEMS_CHECKED, slabClass);
        return true;
    }

    private void reclaim(Item item, int slabClass, long now) {
        counters.increment(Counter.CRAWLER_RECLAIMED, slabClass);
        if (!item.isFetched() && !store.isFlushed(item, now)) {
            counters.increment(Counter.EXPIRED_UNFETCHED, slabClass);
        }
        store.unlink(item);
    }
}
