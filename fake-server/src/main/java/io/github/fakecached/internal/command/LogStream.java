package io.github.fakecached.internal.command;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of memcached's log can be watched, by its names on the wire. */
public enum LogStream {
    FETCHERS,
    MUTATIONS,
    EVICTIONS,
    CONNEVENTS,
    DELETIONS,
    /** Of the LRU crawler, when it has crawled without being asked. */
    SYSEVENTS,
    /** Nothing is ever written to it. */
    RAWCMDS,
    PROXYREQS,
    PROXYEVENTS,
    PROXYUSER;

    /** The stream of a name; null if a version has none of that name. */
    static @Nullable LogStream named(String name, VersionTraits version) {
        for (LogStream stream : values()) {
            if (stream.toString().equals(name) && (stream != DELETIONS || version.logsDeletions())) {
                return stream;
            }
        }
        return null;
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
