package io.github.fakecached.internal.store;

/**
 * What decides how a store behaves beyond the rules all versions share.
 *
 * @param itemSizeMax the largest item, in bytes by {@link #sizeOf}
 * @param memoryLimit the memory for items, in bytes
 * @param evictions whether items make room for others
 * @param cas whether items have cas uniques
 * @param slabClasses the sizes of chunks that items are kept in
 * @param lru how the LRU queues are used at first
 * @param attemptsTakeCas whether a failed attempt to store uses up a cas unique (see {@link CasSequence})
 * @param flushByCas whether {@code flush_all} tells old items by their cas unique (see {@link FlushEpoch})
 */
public record StoreRules(
        int itemSizeMax,
        long memoryLimit,
        boolean evictions,
        boolean cas,
        SlabClasses slabClasses,
        LruSettings lru,
        boolean attemptsTakeCas,
        boolean flushByCas) {

    private static final int HEADER = 48;
    private static final int LINE_END = 2;

    /** The largest item kept in one piece; memcached does not look for a number in a larger one. */
    int chunkMax() {
        return slabClasses.largestChunk();
    }

    /** The slab class of an item. */
    public int slabClass(Item item) {
        return slabClasses.of(sizeOf(item));
    }

    /** The bytes memcached needs for an item: its accounting, not ours. */
    public long sizeOf(int keyLength, int flags, long valueLength) {
        return HEADER
                + (cas ? Long.BYTES : 0)
                + keyLength
                + 1L
                + (flags != 0 ? Integer.BYTES : 0)
                + valueLength
                + LINE_END;
    }

    /** The bytes memcached needs for an item that is there. */
    public long sizeOf(Item item) {
        return sizeOf(item.keyLength(), item.flags(), item.valueLength());
    }

    /** Whether an item is small enough to be stored. */
    public boolean fits(int keyLength, int flags, long valueLength) {
        return sizeOf(keyLength, flags, valueLength) <= itemSizeMax;
    }
}
