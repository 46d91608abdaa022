package io.github.fakecached.internal.store;

import java.util.Arrays;

/**
 * The sizes of memcached's slab classes: each 1.25 times the one before, from 96 bytes on, rounded up to 8, the last 512 KiB.
 * An item lies in the smallest class whose chunk holds it; a larger item takes several chunks of the last class.
 */
public final class SlabClasses {

    static final int PAGE = 1024 * 1024;

    private static final int SMALLEST_CHUNK = 96;
    private static final int LARGEST_CHUNK = 512 * 1024;
    private static final double GROWTH_FACTOR = 1.25;
    private static final int ALIGNMENT = 8;

    /** By class; classes are numbered from 1. */
    private static final int[] CHUNK_SIZES = chunkSizes();

    private SlabClasses() {}

    /** How many classes there are. */
    static int count() {
        return CHUNK_SIZES.length - 1;
    }

    /** The class of an item of a size. */
    public static int of(long itemSize) {
        int at = Arrays.binarySearch(CHUNK_SIZES, 1, CHUNK_SIZES.length, (int) Math.min(itemSize, LARGEST_CHUNK));
        return at < 0 ? -at - 1 : at;
    }

    /** How many chunks of its class an item of a size takes. */
    static int chunksFor(long itemSize) {
        return (int) Math.max(1, (itemSize + LARGEST_CHUNK - 1) / LARGEST_CHUNK);
    }

    static int chunksPerPage(int slabClass) {
        return PAGE / CHUNK_SIZES[slabClass];
    }

    /** The size of a chunk of a class, in bytes. */
    public static int chunkSize(int slabClass) {
        return CHUNK_SIZES[slabClass];
    }

    private static int[] chunkSizes() {
        int[] sizes = new int[64];
        int count = 1;
        int size = SMALLEST_CHUNK;
        while (size < LARGEST_CHUNK / GROWTH_FACTOR) {
            size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            sizes[count++] = size;
            size = (int) (size * GROWTH_FACTOR);
        }
        sizes[count++] = LARGEST_CHUNK;
        return Arrays.copyOf(sizes, count);
    }
}
