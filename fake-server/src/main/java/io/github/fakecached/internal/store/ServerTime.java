package io.github.fakecached.internal.store;

/**
 * memcached's time: seconds since an epoch that lies 62 seconds before the server's start, so that 1 is always long past.
 * The rule of what an exptime means is here and nowhere else (doc/protocol.txt, "Expiration times").
 */
public final class ServerTime {

    /** An exptime beyond 30 days is a UNIX time. */
    public static final long LONGEST_RELATIVE = 60L * 60 * 24 * 30;

    private static final long AHEAD_OF_START = 62;
    private static final long AHEAD_OF_UPTIME = 60;
    static final long NEVER = 0;
    static final long LONG_PAST = 1;

    private final long epoch;

    private ServerTime(long epoch) {
        this.epoch = epoch;
    }

    /** The time of a server started at the given UNIX time. */
    public static ServerTime startedAt(long unixTime) {
        return new ServerTime(unixTime - AHEAD_OF_START);
    }

    /** Seconds since the epoch. */
    public long at(long unixTime) {
        return unixTime - epoch;
    }

    public long toUnixTime(long time) {
        return time + epoch;
    }

    public long uptime(long now) {
        return now - AHEAD_OF_UPTIME;
    }

    /** When an item expires that was given this exptime now; 0 for never. */
    public long expiry(long exptime, long now) {
        if (exptime == 0) {
            return NEVER;
        }
        if (exptime < 0) {
            return LONG_PAST;
        }
        if (exptime > LONGEST_RELATIVE) {
            return exptime <= epoch ? LONG_PAST : exptime - epoch;
        }
        return now + exptime;
    }
}
