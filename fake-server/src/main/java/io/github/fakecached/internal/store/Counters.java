package io.github.fakecached.internal.store;

import java.util.Arrays;

/** The server's counters; {@code stats reset} sets all of them to zero. */
@SuppressWarnings("EnumOrdinal") // an EnumMap would box each number, and some are counted with every command
public final class Counters {

    private final long[] counts = new long[Counter.values().length];

    public void increment(Counter counter) {
        counts[counter.ordinal()]++;
    }

    public void add(Counter counter, long amount) {
        counts[counter.ordinal()] += amount;
    }

    public long get(Counter counter) {
        return counts[counter.ordinal()];
    }

    public void reset() {
        Arrays.fill(counts, 0);
    }
}
