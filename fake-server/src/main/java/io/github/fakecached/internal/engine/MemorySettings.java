package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.LruSettings;

/**
 * What a server has room for.
 *
 * @param limit bytes for items
 * @param itemSizeMax bytes of the largest item
 * @param evictions whether old items make room when the memory is used up
 * @param cas whether items have cas uniques
 * @param lru how its LRU queues are used
 */
public record MemorySettings(long limit, int itemSizeMax, boolean evictions, boolean cas, LruSettings lru) {}
