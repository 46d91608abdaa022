package io.github.fakecached.internal.store;

/**
 * The time of the last {@code flush_all}, and which items it has flushed. An item found flushed is dropped when it is next
 * looked for, so a flush with a delay costs nothing until it is due. Only one flush can be pending: the next one replaces it.
 *
 * <p>memcached 1.6.18 tells an item stored in the second of the flush by its cas unique; 1.6.45 drops those at once.
 */
final class FlushEpoch {

    private final boolean byCas;
    private long oldestLive;
    private long oldestCas;

    FlushEpoch(boolean byCas) {
        this.byCas = byCas;
    }

    /** Begins an epoch: everything last accessed at or before {@code oldest} is flushed as soon as that time is reached. */
    void begin(long oldest, long now, CasSequence uniques) {
        oldestLive = oldest;
        if (byCas && oldest <= now) {
            oldestCas = uniques.next();
        }
    }

    /** Whether items of the present second are to be dropped at once, since nothing tells them from later ones. */
    boolean dropsAtOnce(Item item) {
        return !byCas && oldestLive != 0 && item.time() >= oldestLive;
    }

    long oldestLive() {
        return oldestLive;
    }

    void shift(long seconds) {
        if (oldestLive != 0) {
            oldestLive += seconds;
        }
    }

    boolean covers(Item item, long now) {
        if (oldestLive == 0 || oldestLive > now) {
            return false;
        }
        return item.time() <= oldestLive
                || (oldestCas != 0 && item.cas() != 0 && Long.compareUnsigned(item.cas(), oldestCas) < 0);
    }
}
