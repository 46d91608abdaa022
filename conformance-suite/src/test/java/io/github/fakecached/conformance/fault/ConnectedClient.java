package io.github.fakecached.conformance.fault;

import java.time.Duration;

/** A connected client, as far as it is needed to see what it makes of faults. */
interface ConnectedClient extends AutoCloseable {

    /** Fetches an item; null if there is none. */
    Object fetch(String key, Duration atMost) throws Exception;

    /** Stores an item; true if that was done, and otherwise what the client says. */
    Object store(String key, String value, Duration atMost) throws Exception;

    @Override
    void close() throws Exception;
}
