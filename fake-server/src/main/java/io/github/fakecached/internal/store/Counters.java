package io.github.fakecached.internal.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The server's counters, some of them for each slab class too; {@code stats reset} sets all of them to zero. */
@SuppressWarnings("EnumOrdinal") // an EnumMap would box each number, and some are counted with every command
public final class Counters {

    private static final int SLAB_CLASSES = 64;
    private static final int COUNTERS = Counter.values().length;
    private static final long[] @Nullable [] NO_CLASSES = {};

    private final long[] counts = new long[COUNTERS];

    /** By class; without any before something is counted for one. */
    private long[] @Nullable [] countsOfClasses = NO_CLASSES;

    public void increment(Counter counter) {
        counts[counter.ordinal()]++;
    }

    public void add(Counter counter, long amount) {
        counts[counter.ordinal()] += amount;
    }

    /** Counts something that happened to an item of a slab class, for the server and for the class. */
    public void increment(Counter counter, int slabClass) {
        add(counter, slabClass, 1);
    }

    void add(Counter counter, int slabClass, long amount) {
        counts[counter.ordinal()] += amount;
        ofClass(slabClass)[counter.ordinal()] += amount;
    }

    void set(Counter counter, int slabClass, long value) {
        ofClass(slabClass)[counter.ordinal()] = value;
    }

    public long get(Counter counter) {
        return counts[counter.ordinal()];
    }

    /** What was counted for a slab class. */
    public long get(Counter counter, int slabClass) {
        long[] counted = slabClass < countsOfClasses.length ? countsOfClasses[slabClass] : null;
        return counted == null ? 0 : counted[counter.ordinal()];
    }

    public void reset() {
        Arrays.fill(counts, 0);
        countsOfClasses = NO_CLASSES;
    }

    private long[] ofClass(int slabClass) {
        if (countsOfClasses.length == 0) {
            countsOfClasses = new long[SLAB_CLASSES] @Nullable [];
        }
        long[] counted = countsOfClasses[slabClass];
        if (counted == null) {
            counted = new long[COUNTERS];
            countsOfClasses[slabClass] = counted;
        }
        return counted;
    }
}
