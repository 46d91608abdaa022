package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.LruSegment;
import io.github.fakecached.internal.store.StoreRules;
import org.jspecify.annotations.Nullable;

/** How retrievals and touches are counted, each by what it found. */
final class HitCounting {

    private final StoreRules rules;
    private final Counters counters;

    HitCounting(StoreRules rules, Counters counters) {
        this.rules = rules;
        this.counters = counters;
    }

    /** Counts a retrieval of an item, or of none. To be called before the item moves to another LRU queue for it. */
    void retrieval(@Nullable Item found) {
        if (found == null) {
            counters.increment(Counter.CMD_GET);
            counters.increment(Counter.GET_MISSES);
        } else {
            retrieval(found, found.segment());
        }
    }

    /** Counts a retrieval of an item that was in an LRU queue. */
    void retrieval(Item found, LruSegment segment) {
        int slabClass = rules.slabClass(found);
        counters.increment(Counter.CMD_GET);
        counters.increment(Counter.GET_HITS, slabClass);
        counters.increment(Counter.ofHits(segment), slabClass);
    }

    /** Counts a touch, with or without a retrieval, of an item, or of none. */
    void touch(@Nullable Item found) {
        counters.increment(Counter.CMD_TOUCH);
        if (found == null) {
            counters.increment(Counter.TOUCH_MISSES);
        } else {
            counters.increment(Counter.TOUCH_HITS, rules.slabClass(found));
        }
    }
}
