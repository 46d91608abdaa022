package io.github.fakecached.internal.store;

/** The LRU queues of all slab classes. Which item belongs into which, others decide. */
final class LruQueues {

    private static final LruSegment[] SEGMENTS = LruSegment.values();

    private final StoreRules rules;
    private final LruQueue[] queues;

    LruQueues(StoreRules rules) {
        this.rules = rules;
        this.queues = new LruQueue[(rules.slabClasses().count() + 1) * SEGMENTS.length];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new LruQueue();
        }
    }

    @SuppressWarnings("EnumOrdinal") // on the way of every request
    LruQueue of(int slabClass, LruSegment segment) {
        return queues[slabClass * SEGMENTS.length + segment.ordinal()];
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
        of(rules.slabClasses().of(size), segment).add(item, size);
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
