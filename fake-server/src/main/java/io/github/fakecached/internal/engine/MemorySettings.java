package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.LruSettings;
import io.github.fakecached.internal.store.SlabClasses;

/**
 * What a server has room for.
 *
 * @param limit bytes for items
 * @param itemSizeMax bytes of the largest item
 * @param evictions whether old items make room when the memory is used up
 * @param cas whether items have cas uniques
 * @param slabClasses the sizes of chunks that items are kept in
 * @param lru how its LRU queues are used
 */
public record MemorySettings(
        long limit, int itemSizeMax, boolean evictions, boolean cas, SlabClasses slabClasses, LruSettings lru) {}
