package io.github.fakecached.clock;

import java.time.Instant;

/**
 * The one source of time of a fake: whatever memcached would ask the system's clock for is asked here.
 *
 * <p>Implementations are safe for use by several threads, and reading them never blocks for long: a fake reads its clock
 * for every command.
 */
public interface MemcachedClock {

    /**
     * The time now.
     *
     * @return an instant between 1970-01-01T00:00:00Z and 2106-02-07T06:28:15Z, the span of memcached's 32-bit seconds
     */
    Instant now();

    /**
     * The whole seconds of the time now. memcached decides everything that has to do with time by whole seconds.
     *
     * @return seconds since 1970-01-01T00:00:00Z, rounded down
     */
    default long epochSecond() {
        return now().getEpochSecond();
    }
}
