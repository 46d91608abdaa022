package io.github.fakecached.internal.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A ring of the last exchanges, which may have no room for any. One thread writes and never waits; any other may read meanwhile. It begins empty and grows up to
 * its capacity, since most fakes see few requests.
 */
final class Slots {

    private static final int FEWEST = 4;
    private static final AtomicReferenceArray<Recorded> NONE = new AtomicReferenceArray<>(0);

    private final int capacity;
    private volatile AtomicReferenceArray<Recorded> ring = NONE;
    private volatile long count;

    Slots(int capacity) {
        this.capacity = capacity;
    }

    int capacity() {
        return capacity;
    }

    /** How many were ever added. */
    long count() {
        return count;
    }

    /** Adds the next one, which has the number {@link #count()}. To be called by one thread only. */
    void add(Recorded recorded) {
        long number = count;
        if (number == ring.length() && number < capacity) {
            grow();
        }
        if (capacity > 0) {
            // to write the count, which follows, makes it seen
            ring.setRelease((int) (number % ring.length()), recorded);
        }
        count = number + 1;
    }

    private void grow() {
        AtomicReferenceArray<Recorded> larger =
                new AtomicReferenceArray<>((int) Math.min(capacity, Math.max(FEWEST, ring.length() * 2L)));
        for (int i = 0; i < ring.length(); i++) {
            larger.set(i, ring.get(i));
        }
        ring = larger;
    }

    /**
     * Those that are kept, the oldest first. It is read from the newest on, since it is the oldest that may be overwritten
     * meanwhile; they are left out then.
     */
    List<Recorded> snapshot() {
        long end = count;
        AtomicReferenceArray<Recorded> now = ring;
        List<Recorded> newestFirst = new ArrayList<>();
        for (long number = end; number > Math.max(0, end - now.length()); number--) {
            Recorded recorded = now.get((int) ((number - 1) % now.length()));
            if (recorded.number() != number) {
                break;
            }
            newestFirst.add(recorded);
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
