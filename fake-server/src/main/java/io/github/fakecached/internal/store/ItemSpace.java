package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/** The room that items take: bytes, chunks of slab memory, and a place in an LRU queue. */
final class ItemSpace {

    private static final LruSegment[] FROM_LEAST_USED = {
        LruSegment.COLD, LruSegment.HOT, LruSegment.WARM, LruSegment.TEMP
    };

    private final StoreRules rules;
    private final SlabClasses classes;
    private final SlabMemory memory;
    private final LruQueues queues;
    private long bytes;

    ItemSpace(StoreRules rules) {
        this.rules = rules;
        this.classes = rules.slabClasses();
        this.memory = new SlabMemory(classes, rules.memoryLimit());
        this.queues = new LruQueues(rules);
    }

    /** The bytes of all items. */
    long bytes() {
        return bytes;
    }

    SlabMemory memory() {
        return memory;
    }

    LruQueues queues() {
        return queues;
    }

    void add(Item item, LruSegment segment) {
        long size = rules.sizeOf(item);
        memory.take(classes.of(size), classes.chunksFor(size));
        queues.add(item, segment);
        bytes += size;
    }

    /** Takes an item out of its queue. Its chunks are its own until they are freed. */
    void remove(Item item) {
        queues.remove(item);
        item.deactivate();
        bytes -= rules.sizeOf(item);
    }

    /** Takes back the chunks of an item that was removed. */
    void free(Item item) {
        long size = rules.sizeOf(item);
        memory.give(classes.of(size), classes.chunksFor(size));
    }

    /** The item to drop first from a class that has more items than room; null if there is no such class. */
    @Nullable
    Item nextOfOverfull() {
        for (int slabClass = 1; slabClass <= classes.count(); slabClass++) {
            for (LruSegment segment : FROM_LEAST_USED) {
                Item oldest = queues.of(slabClass, segment).oldest();
                if (oldest != null && memory.isOverfull(slabClass)) {
                    return oldest;
                }
            }
        }
        return null;
    }
}
