package io.github.fakecached.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

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
        counters.increment(Counter.LRU_CRAWLER_STARTS);
        for (int slabClass = 1; slabClass <= classes.count(); slabClass++) {
            if (slabClasses.test(slabClass)) {
                for (LruSegment segment : LruSegment.values()) {
                    crawl(slabClass, queues.of(slabClass, segment).oldest(), most, now);
                }
            }
        }
    }

    /** The items of some slab classes that are not expired or flushed, one of each queue in turn as memcached meets them. */
    List<Item> list(IntPredicate slabClasses, long now) {
        counters.increment(Counter.LRU_CRAWLER_STARTS);
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

    private void crawl(int slabClass, @Nullable Item oldest, long most, long now) {
        Item item = oldest;
        for (long checked = 0; item != null && (most == 0 || checked < most); checked++) {
            Item following = item.newer;
            if (meets(item, slabClass) && store.isReclaimable(item, now)) {
                reclaim(item, slabClass, now);
            }
            item = following;
        }
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
