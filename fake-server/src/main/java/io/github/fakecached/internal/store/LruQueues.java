package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/** The LRU queues of all slab classes, made when they are first needed. Which item belongs into which, others decide. */
final class LruQueues {

    private static final LruSegment[] SEGMENTS = LruSegment.values();
    private static final @Nullable LruQueue[] NONE = {};

    private final StoreRules rules;

    /** Without any before an item is added, since most fakes have few items or none. */
    private @Nullable LruQueue[] queues = NONE;

    LruQueues(StoreRules rules) {
        this.rules = rules;
    }

    /** The queue, to be looked at. */
    LruQueue of(int slabClass, LruSegment segment) {
        int index = index(slabClass, segment);
        LruQueue queue = index < queues.length ? queues[index] : null;
        return queue == null ? LruQueue.EMPTY : queue;
    }

    @SuppressWarnings("EnumOrdinal") // on the way of every request
    private static int index(int slabClass, LruSegment segment) {
        return slabClass * SEGMENTS.length + segment.ordinal();
    }

    /** How many items of a slab class there are in all its queues. */
    int count(int slabClass) {
        int count = 0;
        for (LruSegment segment : SEGMENTS) {
            count += of(slabClass, segment).count();
        }
        return count;
    }

    /** The bytes of a slab class's items in all queues. */
    long bytes(int slabClass) {
        long bytes = 0;
        for (LruSegment segment : SEGMENTS) {
            bytes += of(slabClass, segment).bytes();
        }
        return bytes;
    }

    void add(Item item, LruSegment segment) {
        long size = rules.sizeOf(item);
        item.segment(segment);
        int index = index(rules.slabClasses().of(size), segment);
        if (queues.length == 0) {
            queues = new @Nullable LruQueue[(rules.slabClasses().count() + 1) * SEGMENTS.length];
        }
        LruQueue queue = queues[index];
        if (queue == null) {
            queue = new LruQueue();
            queues[index] = queue;
        }
        queue.add(item, size);
    }

    void remove(Item item) {
        long size = rules.sizeOf(item);
        of(rules.slabClasses().of(size), item.segment()).remove(item, size);
    }

    /** Makes an item the newest of one of its class's queues. */
    void move(Item item, LruSegment segment) {
        remove(item);
        add(item, segment);
    }
}
