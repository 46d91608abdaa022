package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.MemoryUse;
import java.util.List;

/** What {@code stats slabs} says: the slab classes that have pages, and what was done to their items. */
final class SlabsReport {

    private static final Counter[] COUNTERS = {
        Counter.GET_HITS,
        Counter.CMD_SET,
        Counter.DELETE_HITS,
        Counter.INCR_HITS,
        Counter.DECR_HITS,
        Counter.CAS_HITS,
        Counter.CAS_BADVAL,
        Counter.TOUCH_HITS
    };

    private SlabsReport() {}

    static List<Reply.Statistic> of(MemoryUse memory, Counters counters) {
        StatisticList list = new StatisticList();
        int active = 0;
        for (int slabClass = 1; slabClass <= memory.classes().count(); slabClass++) {
            if (memory.pages(slabClass) > 0) {
                active++;
                addClass(list, slabClass, memory, counters);
            }
        }
        return list.add("active_slabs", active)
                .add("total_malloced", memory.allocated())
                .statistics();
    }

    private static void addClass(StatisticList list, int slabClass, MemoryUse memory, Counters counters) {
        int perPage = memory.classes().chunksPerPage(slabClass);
        int chunks = perPage * memory.pages(slabClass);
        list.prefix(slabClass + ":")
                .add("chunk_size", memory.classes().chunkSize(slabClass))
                .add("chunks_per_page", perPage)
                .add("total_pages", memory.pages(slabClass))
                .add("total_chunks", chunks)
                .add("used_chunks", memory.usedChunks(slabClass))
                .add("free_chunks", chunks - memory.usedChunks(slabClass))
                .zero("free_chunks_end");
        for (Counter counter : COUNTERS) {
            list.add(counter.statName(), counters.get(counter, slabClass));
        }
        list.prefix("");
    }
}
