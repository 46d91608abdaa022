package io.github.fakecached.internal.store;

/**
 * Counts memcached's memory as it would be used: pages of 1 MiB, each given for good to one slab class and cut into its chunks.
 * A class gets its first page whatever the limit is.
 */
final class SlabMemory {

    private final long limit;
    private final int[] chunks = new int[SlabClasses.count() + 1];
    private final int[] used = new int[SlabClasses.count() + 1];
    private long allocated;

    SlabMemory(long limit) {
        this.limit = limit;
    }

    /** Whether chunks can be taken without taking them from another item. */
    boolean hasRoom(int slabClass, int wanted) {
        int missing = used[slabClass] + wanted - chunks[slabClass];
        int perPage = SlabClasses.chunksPerPage(slabClass);
        long pages = (missing + perPage - 1L) / perPage;
        return missing <= 0 || allocated + pages * SlabClasses.PAGE <= limit || (chunks[slabClass] == 0 && pages == 1);
    }

    void take(int slabClass, int wanted) {
        used[slabClass] += wanted;
        while (used[slabClass] > chunks[slabClass]) {
            chunks[slabClass] += SlabClasses.chunksPerPage(slabClass);
            allocated += SlabClasses.PAGE;
        }
    }

    void give(int slabClass, int taken) {
        used[slabClass] -= taken;
    }
}
