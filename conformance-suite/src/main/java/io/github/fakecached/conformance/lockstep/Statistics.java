package io.github.fakecached.conformance.lockstep;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replies of {@code STAT} lines, and what of them can be compared. */
final class Statistics {

    private static final Pattern GENERAL = Pattern.compile("(?:^|\n)stats\r\n$");
    private static final Pattern LINE = Pattern.compile("(?md)^STAT ([^ \r\n]+) [^\r\n]*\r\n");

    /**
     * The general statistics that what was said decides alone, and not time, threads or connections. Those of items that
     * have expired or were flushed are not among them: without its LRU maintainer real memcached reclaims such items as it
     * makes room.
     */
    private static final Set<String> COUNTERS = Set.of(
            "cmd_get",
            "cmd_set",
            "cmd_flush",
            "cmd_touch",
            "cmd_meta",
            "get_hits",
            "get_misses",
            "delete_misses",
            "delete_hits",
            "incr_misses",
            "incr_hits",
            "decr_misses",
            "decr_hits",
            "cas_misses",
            "cas_hits",
            "cas_badval",
            "touch_hits",
            "touch_misses",
            "store_too_large",
            "total_items");

    private Statistics() {}

    /** A reply as it can be compared: all of it, unless it ends in general statistics. */
    static String comparable(String sent, String reply) {
        return GENERAL.matcher(sent).find()
                ? LINE.matcher(reply)
                        .replaceAll(
                                line -> COUNTERS.contains(line.group(1)) ? Matcher.quoteReplacement(line.group()) : "")
                : reply;
    }

    /** The names, without what only builds with memcached's proxy have, as Debian's. */
    static List<String> names(String reply) {
        return reply.lines()
                .map(line -> line.replaceFirst("^(STAT \\S+) .*", "$1"))
                .filter(name -> !name.startsWith("STAT proxy_"))
                .toList();
    }

    /** The lines of those with these names. */
    static List<String> values(String reply, List<String> names) {
        return reply.lines()
                .filter(line -> line.split(" ").length == 3 && names.contains(line.split(" ")[1]))
                .toList();
    }
}
