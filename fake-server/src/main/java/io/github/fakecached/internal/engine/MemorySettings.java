package io.github.fakecached.internal.engine;

/**
 * What a server has room for.
 *
 * @param limit bytes for items
 * @param itemSizeMax bytes of the largest item
 * @param evictions whether old items make room when the memory is used up
 * @param cas whether items have cas uniques
 */
public record MemorySettings(long limit, int itemSizeMax, boolean evictions, boolean cas) {}
