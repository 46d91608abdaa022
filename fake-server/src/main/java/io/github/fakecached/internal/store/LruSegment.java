package io.github.fakecached.internal.store;

/** The LRU queues that each slab class has. */
public enum LruSegment {
    /** Where items are put that are stored. */
    HOT,
    /** Where items are put that were fetched again and again. */
    WARM,
    /** From where items are evicted. */
    COLD,
    /** For items that do not live long, which are never evicted. */
    TEMP;

    private static final LruSegment[] ALL = values();

    @SuppressWarnings("EnumOrdinal") // two bits of each item
    static LruSegment of(int ordinal) {
        return ALL[ordinal];
    }
}
