package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.LruSegment;
import io.github.fakecached.internal.store.LruSettings;
import io.github.fakecached.internal.store.MemoryUse;
import java.util.List;

/** What {@code stats items} says: the slab classes that have items, and what became of items of theirs. */
final class ItemsReport {

    private final MemoryUse memory;
    private final LruSettings lru;
    private final Counters counters;

    ItemsReport(MemoryUse memory, LruSettings lru, Counters counters) {
        this.memory = memory;
        this.lru = lru;
        this.counters = counters;
    }

    List<Reply.Statistic> at(long now) {
        StatisticList list = new StatisticList();
        for (int slabClass = 1; slabClass <= memory.classes().count(); slabClass++) {
            if (memory.count(slabClass) > 0) {
                list.prefix("items:" + slabClass + ":");
                addQueues(list, slabClass, now);
                addRemovals(list, slabClass);
                addMoves(list, slabClass);
            }
        }
        return list.statistics();
    }

    private void addQueues(StatisticList list, int slabClass, long now) {
        list.add("number", memory.count(slabClass));
        if (lru.maintained()) {
            list.add("number_hot", memory.count(slabClass, LruSegment.HOT))
                    .add("number_warm", memory.count(slabClass, LruSegment.WARM))
                    .add("number_cold", memory.count(slabClass, LruSegment.COLD));
            if (lru.hasTemporary()) {
                list.add("number_temp", memory.count(slabClass, LruSegment.TEMP));
            }
            list.add("age_hot", memory.age(slabClass, LruSegment.HOT, now))
                    .add("age_warm", memory.age(slabClass, LruSegment.WARM, now));
        }
        list.add("age", memory.age(slabClass, LruSegment.COLD, now)).add("mem_requested", memory.bytes(slabClass));
    }

    private void addRemovals(StatisticList list, int slabClass) {
        list.add("evicted", counters.get(Counter.EVICTIONS, slabClass));
        count(list, slabClass, Counter.EVICTED_NONZERO, Counter.EVICTED_TIME, Counter.OUTOFMEMORY);
        list.zero("tailrepairs");
        count(list, slabClass, Counter.RECLAIMED, Counter.EXPIRED_UNFETCHED, Counter.EVICTED_UNFETCHED);
        if (lru.maintained()) {
            count(list, slabClass, Counter.EVICTED_ACTIVE);
        }
        count(list, slabClass, Counter.CRAWLER_RECLAIMED, Counter.CRAWLER_ITEMS_CHECKED, Counter.LRUTAIL_REFLOCKED);
    }

    private void addMoves(StatisticList list, int slabClass) {
        if (lru.maintained()) {
            count(list, slabClass, Counter.MOVES_TO_COLD, Counter.MOVES_TO_WARM, Counter.MOVES_WITHIN_LRU);
            count(list, slabClass, Counter.DIRECT_RECLAIMS);
            count(list, slabClass, Counter.HITS_TO_HOT, Counter.HITS_TO_WARM);
            count(list, slabClass, Counter.HITS_TO_COLD, Counter.HITS_TO_TEMP);
        }
    }

    private void count(StatisticList list, int slabClass, Counter... names) {
        for (Counter counter : names) {
            list.add(counter.statName(), counters.get(counter, slabClass));
        }
    }
}
