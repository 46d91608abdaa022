package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.RawConnection;
import java.util.regex.Pattern;

/**
 * Brings the cas counters of two servers to the same number, by storing into the one that lags behind. After that the same
 * commands get the same uniques, and replies with uniques can be compared byte for byte.
 */
final class CasLevel {

    private static final Pattern UNIQUE = Pattern.compile("VALUE level 0 1 (\\d+)\r\n");
    private static final int ATTEMPTS = 5;
    private static final int BATCH = 500;

    private CasLevel() {}

    /**
     * Makes sure that the next store of a new connection takes a new unique: in 1.6.45 a connection begins with the one that
     * was left over on a closed connection with the same file descriptor. {@code ms} takes a new one and leaves none.
     */
    static void useUpLeftover(Pair pair) {
        pair.ask("ms level 0 MR\r\n\r\n");
    }

    static void level(RawConnection first, RawConnection second) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long lead = unique(first) - unique(second);
            if (lead == 0) {
                return;
            }
            store(lead < 0 ? first : second, Math.abs(lead));
        }
        throw new AssertionError("the cas counters of the two servers cannot be brought level: " + unique(first)
                + " and " + unique(second));
    }

    private static long unique(RawConnection connection) {
        var reply = connection
                .ask("set level 0 0 1\r\n1\r\ngets level\r\ndelete level\r\n")
                .text();
        var matcher = UNIQUE.matcher(reply);
        if (!matcher.find()) {
            throw new AssertionError(
                    connection.version() + " does not even answer set, gets and delete plainly: " + reply);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static void store(RawConnection connection, long times) {
        for (long left = times; left > 0; left -= BATCH) {
            connection.ask("set level 0 0 1 noreply\r\n1\r\n".repeat((int) Math.min(left, BATCH)));
        }
    }
}
