package io.github.fakecached.internal.store;

import java.util.Arrays;

/**
 * The sizes of memcached's slab classes: each larger than the one before by a factor unless they are given one by one, rounded up
 * to 8, and the last of its own size. An item lies in the smallest class whose chunk holds it; a larger item takes several chunks of the last class.
 */
public final class SlabClasses {

    /** What memcached is started with: from 96 bytes on, each 1.25 times the one before, the last 512 KiB. */
    public static final SlabClasses DEFAULT = new SlabClasses(1.25, 48, 512 * 1024);

    static final int PAGE = 1024 * 1024;

    private static final int HEADER = 48;
    private static final int ALIGNMENT = 8;
    private static final int MOST = 63;

    private final double growthFactor;
    private final int leastItemSpace;

    /** By class; classes are numbered from 1. */
    private final int[] chunkSizes;

    private final int[] zeros;

    /**
     * Classes by memcached's options -f, -n and slab_chunk_max.
     *
     * @param growthFactor more than 1
     * @param leastItemSpace bytes that the smallest chunk has for key, value and flags
     * @param largestChunk bytes of a chunk of the last class
     */
    public SlabClasses(double growthFactor, int leastItemSpace, int largestChunk) {
        this(growthFactor, leastItemSpace, chunkSizes(growthFactor, HEADER + leastItemSpace, largestChunk));
    }

    private SlabClasses(double growthFactor, int leastItemSpace, int[] chunkSizes) {
        this.growthFactor = growthFactor;
        this.leastItemSpace = leastItemSpace;
        this.chunkSizes = chunkSizes;
        this.zeros = new int[chunkSizes.length];
    }

    /** The same, but for the sizes of all classes before the last, in ascending order, as by slab_sizes. */
    public SlabClasses sized(int... bytes) {
        int[] sizes = new int[bytes.length + 2];
        for (int at = 0; at < bytes.length; at++) {
            sizes[at + 1] = aligned(bytes[at]);
        }
        sizes[bytes.length + 1] = largestChunk();
        return new SlabClasses(growthFactor, leastItemSpace, sizes);
    }

    /** How many classes there are. */
    public int count() {
        return chunkSizes.length - 1;
    }

    public double growthFactor() {
        return growthFactor;
    }

    public int leastItemSpace() {
        return leastItemSpace;
    }

    /** The largest item kept in one piece. */
    public int largestChunk() {
        return chunkSizes[count()];
    }

    /** The class of an item of a size. */
    public int of(long itemSize) {
        int at = Arrays.binarySearch(chunkSizes, 1, chunkSizes.length, (int) Math.min(itemSize, largestChunk()));
        return at < 0 ? -at - 1 : at;
    }

    /** How many chunks of its class an item of a size takes. */
    int chunksFor(long itemSize) {
        return (int) Math.max(1, (itemSize + largestChunk() - 1) / largestChunk());
    }

    public int chunksPerPage(int slabClass) {
        return PAGE / chunkSizes[slabClass];
    }

    /** The size of a chunk of a class, in bytes. */
    public int chunkSize(int slabClass) {
        return chunkSizes[slabClass];
    }

    /** A number for each class, and one more, for stores in which nothing was counted yet; not to be changed. */
    int[] zeros() {
        return zeros;
    }

    private static int[] chunkSizes(double growthFactor, int smallest, int largest) {
        int[] sizes = new int[MOST + 1];
        int count = 1;
        int size = smallest;
        while (count < MOST && size < largest / growthFactor) {
            size = aligned(size);
            sizes[count++] = size;
            size = (int) (size * growthFactor);
        }
        sizes[count++] = largest;
        return Arrays.copyOf(sizes, count);
    }

    private static int aligned(int size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
