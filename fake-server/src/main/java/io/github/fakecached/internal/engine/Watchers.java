package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.LogStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clients that watch the log. Those that read too slowly are told how many lines they have missed. */
public final class Watchers {

    /** How many memcached has room for (WATCHER_LIMIT in logger.c). */
    private static final int MOST = 20;

    private final Timekeeper timekeeper;
    private final List<Watcher> watchers = new ArrayList<>();
    private long lastNumber;
    private long written;
    private long sent;
    private long skipped;

    private static final class Watcher {
        private final Session session;
        private final Set<LogStream> streams;
        private final LogSink sink;
        private long missed;

        private Watcher(Session session, Set<LogStream> streams, LogSink sink) {
            this.session = session;
            this.streams = streams;
            this.sink = sink;
        }
    }

    Watchers(Timekeeper timekeeper) {
        this.timekeeper = timekeeper;
    }

    boolean isFull() {
        return watchers.size() >= MOST;
    }

    /** Has a client watch streams from now on. That too takes a number from those that lines are given. */
    public void add(Session session, Set<LogStream> streams, LogSink sink) {
        lastNumber++;
        watchers.add(new Watcher(session, streams, sink));
    }

    void remove(Session session) {
        watchers.removeIf(watcher -> watcher.session == session);
    }

    /** Whether anybody watches a stream; only then is a line for it worth making. */
    boolean want(LogStream stream) {
        for (int i = 0; i < watchers.size(); i++) {
            if (watchers.get(i).streams.contains(stream)) {
                return true;
            }
        }
        return false;
    }

    /** Writes a line to a stream. */
    void log(LogStream stream, String event) {
        Instant time = timekeeper.instant();
        lastNumber++;
        written++;
        String line =
                "ts=" + time.getEpochSecond() + "." + time.getNano() / 1000 + " gid=" + lastNumber + " " + event + "\n";
        for (Watcher watcher : watchers) {
            if (watcher.streams.contains(stream)) {
                send(watcher, line);
            }
        }
    }

    private void send(Watcher watcher, String line) {
        String missed = watcher.missed == 0 ? "" : "skipped=" + watcher.missed + "\n";
        if (watcher.sink.send(missed + line)) {
            watcher.missed = 0;
            sent++;
        } else {
            watcher.missed++;
            skipped++;
        }
    }

    int count() {
        return watchers.size();
    }

    /** How many lines were written. */
    long written() {
        return written;
    }

    /** How many lines were sent to watchers. */
    long sent() {
        return sent;
    }

    /** How many lines watchers have missed. */
    long skipped() {
        return skipped;
    }

    /** Counts from zero. */
    void reset() {
        sent = 0;
        skipped = 0;
        written = 0;
        lastNumber = watchers.size();
    }
}
