package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Escapes;
import io.github.fakecached.conformance.wire.RawText;
import java.time.Duration;
import java.util.regex.Pattern;

/** A connection that watches a server's log, and waits for lines of it, never for ever. */
final class Watcher implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final RawText connection;
    private final StringBuilder log = new StringBuilder();

    /** Watches these kinds, or with no words what is watched without any. */
    Watcher(Target target, String kinds) {
        connection = target.connect();
        send("watch" + (kinds.isEmpty() ? "" : " " + kinds) + "\r\n");
        await("OK\r\n");
    }

    void send(String bytes) {
        connection.send(bytes);
    }

    /** Waits until this has come, as a part of the log. */
    void await(String pattern) {
        var wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + A_WHILE.toNanos();
        while (!wanted.matcher(log).find()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("expected " + Escapes.escape(pattern) + ", but the log is:\n" + log);
            }
            if (connection.closed()) {
                throw new AssertionError("expected " + Escapes.escape(pattern) + ", but the log ended with:\n" + log);
            }
            log.append(connection.listen(Duration.ofMillis(20)));
        }
    }

    /** All that has come so far. */
    String log() {
        return log.toString();
    }

    @Override
    public void close() {
        connection.close();
    }
}
