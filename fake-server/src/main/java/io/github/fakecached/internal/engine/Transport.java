package io.github.fakecached.internal.engine;

import java.util.Locale;

/** How the bytes of a client come and go, by the names that {@code watch connevents} gives it. */
public enum Transport {
    /** A Unix domain socket. */
    LOCAL,
    TCP,
    UDP;

    /** The name in memcached's log. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
