package io.github.fakecached.fault;

import java.time.Duration;

/**
 * Holds requests or connections at a point, so that a test can look at what happens meanwhile without sleeping.
 *
 * <pre>{@code
 * Gate gate = memcached.faults().on(command("set")).beforeExecute().gate();
 * var put = client.set("k", 0, "v");
 * gate.awaitArrival();
 * assertThat(put).isNotDone();
 * gate.open();
 * }</pre>
 *
 * <p>Requests of other connections are served meanwhile. Safe for use by several threads.
 */
public interface Gate extends InstalledFault {

    /**
     * Waits until something has come to the gate, for at most ten seconds by the system's clock.
     *
     * @throws IllegalStateException if nothing has come by then, or the thread is interrupted
     */
    void awaitArrival();

    /**
     * Waits until so many have come to the gate since it was installed.
     *
     * @param count how many; at least 1
     * @param atMost how long to wait, by the system's clock
     * @throws IllegalArgumentException if the number is less than 1
     * @throws IllegalStateException if fewer have come by then, or the thread is interrupted
     */
    void awaitArrivals(long count, Duration atMost);

    /** Lets go on who waits, and lets pass who comes later. Does nothing if it is open already. */
    void open();
}
