package io.github.fakecached.internal.store;

import static io.github.fakecached.internal.store.LruSegment.COLD;
import static io.github.fakecached.internal.store.LruSegment.WARM;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the items at the end of an LRU queue (lru_pull_tail in items.c): one that is expired or flushed goes, others
 * move to another queue or are evicted, by how they were used and how full the queue is.
 */
final class LruTail {

    /** How many items are looked at. */
    private static final int TRIES = 5;

    private final Store store;
    private final LruQueues queues;
    private final Counters counters;

    LruTail(Store store, LruQueues queues, Counters counters) {
        this.store = store;
        this.queues = queues;
        this.counters = counters;
    }

    /**
     * What the HOT and WARM queues may hold. A queue without limits to be kept to has to be left.
     *
     * @param hotBytes how much may be in HOT
     * @param warmBytes how much may be in WARM
     * @param hotAge how old, in seconds, the end of HOT may be
     * @param warmAge how old the end of WARM may be
     * @param rescues whether active items of COLD move to WARM
     */
    record Limits(long hotBytes, long warmBytes, long hotAge, long warmAge, boolean rescues) {}

    /** Gives how many items have left the queue or changed their place in it. The spared item stays. */
    int pull(int slabClass, LruSegment segment, Limits limits, boolean evict, @Nullable Item spared, long now) {
        int pulled = 0;
        Item item = queues.of(slabClass, segment).oldest();
        for (int tries = TRIES; tries > 0 && item != null; tries--) {
            Item following = item.newer;
            if (item == spared) {
                item = following;
                continue;
            }
            if (store.isHeld(item)) {
                counters.increment(Counter.LRUTAIL_REFLOCKED, slabClass);
            }
            if (store.isReclaimable(item, now)) {
                reclaim(item, slabClass);
                pulled++;
            } else if (segment == WARM && item.isActive()) {
                item.deactivate();
                pulled += move(item, slabClass, WARM, Counter.MOVES_WITHIN_LRU);
            } else {
                return pulled + decide(item, slabClass, limits, evict, now);
            }
            item = following;
        }
        return pulled;
    }

    /** What becomes of an item that is neither expired nor both warm and active: 1 if it leaves its queue. */
    private int decide(Item item, int slabClass, Limits limits, boolean evict, long now) {
        return switch (item.segment()) {
            case HOT ->
                item.isActive()
                        ? warm(item, slabClass)
                        : cool(item, slabClass, limits.hotBytes(), limits.hotAge(), now);
            case WARM -> cool(item, slabClass, limits.warmBytes(), limits.warmAge(), now);
            case COLD -> {
                if (evict) {
                    evict(item, slabClass, now);
                    yield 1;
                }
                yield item.isActive() && limits.rescues() ? warm(item, slabClass) : 0;
            }
            case TEMP -> 0;
        };
    }

    private int warm(Item item, int slabClass) {
        item.deactivate();
        return move(item, slabClass, WARM, Counter.MOVES_TO_WARM);
    }

    private int cool(Item item, int slabClass, long maxBytes, long maxAge, long now) {
        boolean tooMuch = queues.of(slabClass, item.segment()).bytes() > maxBytes;
        return tooMuch || now - item.time() > maxAge ? move(item, slabClass, COLD, Counter.MOVES_TO_COLD) : 0;
    }

    private int move(Item item, int slabClass, LruSegment segment, Counter counter) {
        counters.increment(counter, slabClass);
        queues.move(item, segment);
        return 1;
    }

    private void reclaim(Item item, int slabClass) {
        counters.increment(Counter.RECLAIMED, slabClass);
        if (!item.isFetched()) {
            counters.increment(Counter.EXPIRED_UNFETCHED, slabClass);
        }
        store.unlink(item);
    }

    private void evict(Item item, int slabClass, long now) {
        counters.increment(Counter.EVICTIONS, slabClass);
        counters.set(Counter.EVICTED_TIME, slabClass, now - item.time());
        if (item.exptime() != 0) {
            counters.increment(Counter.EVICTED_NONZERO, slabClass);
        }
        if (!item.isFetched()) {
            counters.increment(Counter.EVICTED_UNFETCHED, slabClass);
        }
        if (item.isActive()) {
            counters.increment(Counter.EVICTED_ACTIVE, slabClass);
        }
        store.events().evicted(item, now);
        store.unlink(item);
    }
}
