package io.github.fakecached.journal;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The last exchanges of a node, in the order in which they were done. Looking at it changes nothing.
 *
 * <pre>{@code
 * client.get("product:7");
 *
 * assertThat(memcached.journal().exchanges(exchange -> exchange.hasKey("product:7"))).hasSize(1);
 * }</pre>
 *
 * <p>It keeps 10,000 exchanges unless told otherwise; older ones are dropped. It outlives a stop and a restart of its node, and
 * is cleared by a reset. Safe for use by several threads.
 */
public interface Journal {

    /** How many exchanges are kept at first. */
    int DEFAULT_CAPACITY = 10_000;

    /**
     * The exchanges that are kept, the oldest first.
     *
     * @return a list that does not change any more
     */
    List<Exchange> exchanges();

    /**
     * Some of the exchanges that are kept, the oldest first.
     *
     * @param which those to be given
     * @return a list that does not change any more
     */
    default List<Exchange> exchanges(Predicate<? super Exchange> which) {
        return exchanges().stream().filter(which).toList();
    }

    /**
     * Waits until there are so many of some exchanges, those before this call included.
     *
     * @param which those to be waited for
     * @param count how many, from 1
     * @param atMost how long to wait, by the system's clock
     * @return those there are then, {@code count} or more
     * @throws AssertionError if there are fewer after that time; its message lists the last exchanges
     * @throws InterruptedException if this thread is interrupted while it waits
     * @throws IllegalArgumentException if the number is less than 1
     * @throws IllegalStateException if the journal is switched off
     */
    List<Exchange> await(Predicate<? super Exchange> which, int count, Duration atMost) throws InterruptedException;

    /**
     * How many exchanges there were since the node was started, reset, or the journal cleared, those included that are dropped.
     *
     * @return 0 or more
     */
    long count();

    /**
     * Has each further exchange told, in the node's own thread, which waits for it: a listener should be quick, and may not
     * call the fake. What it throws is logged.
     *
     * @param listener whom to tell
     */
    void addListener(Consumer<? super Exchange> listener);

    /**
     * Ends that.
     *
     * @param listener one that was added; nothing happens if it was not
     */
    void removeListener(Consumer<? super Exchange> listener);

    /**
     * Keeps more or fewer exchanges, or none. Those that are kept so far are dropped.
     *
     * @param exchanges 1 to 1,000,000, or 0 to switch the journal off
     * @throws IllegalArgumentException if it is another number
     */
    void setCapacity(int exchanges);

    /**
     * How many exchanges are kept at most.
     *
     * @return 0 if the journal is switched off
     */
    int capacity();

    /** Drops all exchanges, and counts anew. */
    void clear();
}
