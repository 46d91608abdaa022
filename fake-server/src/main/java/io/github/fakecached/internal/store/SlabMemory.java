package io.github.fakecached.internal.store;

/**
 * Counts memcached's memory as it would be used: pages of 1 MiB, each given to one slab class and cut into its chunks until it is
 * moved to another, or to the pool of pages that any class may take. A class gets its first page whatever the limit is.
 */
final class SlabMemory {

    /** The class number of the pool. */
    static final int POOL = 0;

    /** In place of a class number, any that has a page to spare. */
    static final int ANY = -1;

    private final SlabClasses classes;

    /** Those of {@link SlabClasses#zeros()} before an item is added, since most fakes have none. */
    private int[] pages;

    private int[] used;
    private long limit;
    private long allocated;
    private int lastPicked;

    SlabMemory(SlabClasses classes, long limit) {
        this.classes = classes;
        this.pages = classes.zeros();
        this.used = classes.zeros();
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /** Changes the limit. Pages that are given to a class stay, if there are more than the limit allows. */
    void limit(long bytes) {
        limit = bytes;
        while (pages[POOL] > 0 && allocated > limit) {
            pages[POOL]--;
            allocated -= SlabClasses.PAGE;
        }
    }

    /** Whether chunks can be taken without taking them from another item. */
    boolean hasRoom(int slabClass, int wanted) {
        long missing = used[slabClass] + (long) wanted - chunks(slabClass);
        int perPage = classes.chunksPerPage(slabClass);
        long missingPages = (missing + perPage - 1) / perPage;
        return missing <= 0
                || missingPages <= pages[POOL]
                || allocated + (missingPages - pages[POOL]) * SlabClasses.PAGE <= limit
                || (pages[slabClass] == 0 && missingPages == 1);
    }

    void take(int slabClass, int wanted) {
        if (used == classes.zeros()) {
            pages = pages.clone();
            used = used.clone();
        }
        used[slabClass] += wanted;
        while (isOverfull(slabClass)) {
            pages[slabClass]++;
            if (pages[POOL] > 0) {
                pages[POOL]--;
            } else {
                allocated += SlabClasses.PAGE;
            }
        }
    }

    void give(int slabClass, int taken) {
        used[slabClass] -= taken;
    }

    /** Moves a page. The source may be overfull then; whoever asked for it has to drop items. */
    ReassignOutcome reassign(int from, int to) {
        if (from == to) {
            return ReassignOutcome.SAME_CLASS;
        }
        int source = from == ANY ? pick(to) : from;
        if (!isClass(source) || !isClass(to)) {
            return ReassignOutcome.NO_SUCH_CLASS;
        }
        if (pages[source] < 2) {
            return ReassignOutcome.NO_SPARE_PAGE;
        }
        pages[source]--;
        pages[to]++;
        return ReassignOutcome.DONE;
    }

    /** Whether a class has more items than room. */
    boolean isOverfull(int slabClass) {
        return slabClass != POOL && used[slabClass] > chunks(slabClass);
    }

    int pages(int slabClass) {
        return pages[slabClass];
    }

    int usedChunks(int slabClass) {
        return used[slabClass];
    }

    long allocated() {
        return allocated;
    }

    private int chunks(int slabClass) {
        return pages[slabClass] * classes.chunksPerPage(slabClass);
    }

    private boolean isClass(int number) {
        return number >= POOL && number <= classes.count();
    }

    /** The next class in turn with a page to spare; {@link #ANY} if there is none. */
    private int pick(int besides) {
        for (int tried = 0; tried < classes.count(); tried++) {
            lastPicked = lastPicked % classes.count() + 1;
            if (lastPicked != besides && pages[lastPicked] > 1) {
                return lastPicked;
            }
        }
        return ANY;
    }
}
