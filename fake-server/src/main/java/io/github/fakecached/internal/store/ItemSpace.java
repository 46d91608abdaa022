package io.github.fakecached.internal.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The room that items take, and which item is the next to make room in a slab class: the one stored longest ago that was not
 * fetched twice since it was last considered, which is what memcached's segmented LRU comes to.
 */
final class ItemSpace {

    private final StoreRules rules;
    private final SlabMemory memory;
    private final LruQueue[] queues = new LruQueue[SlabClasses.count() + 1];
    private long bytes;

    ItemSpace(StoreRules rules) {
        this.rules = rules;
        this.memory = new SlabMemory(rules.memoryLimit());
        Arrays.setAll(queues, slabClass -> new LruQueue());
    }

    /** The bytes of all items. */
    long bytes() {
        return bytes;
    }

    long memoryLimit() {
        return memory.limit();
    }

    void limitMemory(long bytes) {
        memory.limit(bytes);
    }

    /** The pages that any slab class may take. */
    int sparePages() {
        return memory.pages(SlabMemory.POOL);
    }

    /** Moves a page of memory; the source class may be overfull then. */
    ReassignOutcome reassign(int source, int destination) {
        return memory.reassign(source, destination);
    }

    /** The item to drop first from a class that has more items than room; null if there is no such class. */
    @Nullable
    Item nextOfOverfull() {
        for (int slabClass = 1; slabClass < queues.length; slabClass++) {
            if (memory.isOverfull(slabClass)) {
                return next(slabClass, null);
            }
        }
        return null;
    }

    boolean hasRoom(long size) {
        return memory.hasRoom(SlabClasses.of(size), SlabClasses.chunksFor(size));
    }

    /** The item to drop first if one of a size is to have room; null if none but the spared one could be. */
    @Nullable
    Item next(long size, @Nullable Item spared) {
        return next(SlabClasses.of(size), spared);
    }

    private @Nullable Item next(int slabClass, @Nullable Item spared) {
        LruQueue queue = queues[slabClass];
        Item item = queue.oldest();
        while (item != null && item.isActive()) {
            item.deactivate();
            queue.remove(item);
            queue.add(item);
            item = queue.oldest();
        }
        return item != null && item == spared ? item.newer : item;
    }

    void add(Item item) {
        long size = rules.sizeOf(item);
        memory.take(SlabClasses.of(size), SlabClasses.chunksFor(size));
        queues[SlabClasses.of(size)].add(item);
        bytes += size;
    }

    void remove(Item item) {
        long size = rules.sizeOf(item);
        memory.give(SlabClasses.of(size), SlabClasses.chunksFor(size));
        queues[SlabClasses.of(size)].remove(item);
        bytes -= size;
    }
}
