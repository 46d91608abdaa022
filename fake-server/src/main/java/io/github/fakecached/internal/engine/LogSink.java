package io.github.fakecached.internal.engine;

/** Where the lines of the log go that one client watches. */
public interface LogSink {

    /** Sends a line; false if the client is too slow, and the line is skipped. */
    boolean send(String line);
}
