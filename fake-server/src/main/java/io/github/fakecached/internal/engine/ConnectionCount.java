package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;

/** Counts connections and the bytes that pass over them, for {@code stats}. */
public final class ConnectionCount {

    private final Counters counters;
    private int open;
    private int mostAtOnce;

    ConnectionCount(Counters counters) {
        this.counters = counters;
        countListener();
    }

    /** To memcached the listening socket is a connection too, which all but {@code curr_connections} count. */
    void countListener() {
        counters.increment(Counter.TOTAL_CONNECTIONS);
    }

    public void opened() {
        open++;
        mostAtOnce = Math.max(mostAtOnce, open);
        counters.increment(Counter.TOTAL_CONNECTIONS);
    }

    public void closed() {
        open--;
    }

    public void rejected() {
        counters.increment(Counter.REJECTED_CONNECTIONS);
    }

    public void read(long bytes) {
        counters.add(Counter.BYTES_READ, bytes);
    }

    public void written(long bytes) {
        counters.add(Counter.BYTES_WRITTEN, bytes);
    }

    /** The connections of clients that are open now. */
    public int open() {
        return open;
    }

    /** Structures are kept for use by later connections. */
    int structures() {
        return mostAtOnce + 1;
    }
}
