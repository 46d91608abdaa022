package io.github.fakecached.internal.command;

import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.version.VersionTraits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The table of commands, a row each: its name on the wire, since when memcached has it, its family, and how many tokens a
 * line of the classic text protocol has. Before memcached 1.6.40 a line outside of the bounds is an unknown command; since then
 * only too few tokens are wrong.
 */
public enum CommandTable {
    GET("get", "1.2.0", Family.RETRIEVAL, 2, 2),
    GETS("gets", "1.2.4", Family.RETRIEVAL, 2, 2),
    BGET("bget", "1.2.0", Family.RETRIEVAL, 2, 2),
    GAT("gat", "1.5.3", Family.RETRIEVAL, 2, 3),
    GATS("gats", "1.5.3", Family.RETRIEVAL, 2, 3),
    SET("set", "1.2.0", Family.STORAGE, 5, 6, 5),
    ADD("add", "1.2.0", Family.STORAGE, 5, 6, 5),
    REPLACE("replace", "1.2.0", Family.STORAGE, 5, 6, 5),
    APPEND("append", "1.2.4", Family.STORAGE, 5, 6, 5),
    PREPEND("prepend", "1.2.4", Family.STORAGE, 5, 6, 5),
    CAS("cas", "1.2.4", Family.STORAGE, 6, 7, 5),
    TOUCH("touch", "1.4.8", Family.KEY, 3, 4, 3),
    DELETE("delete", "1.2.0", Family.KEY, 2, 4, 2),
    INCR("incr", "1.2.0", Family.KEY, 3, 4, 3),
    DECR("decr", "1.2.0", Family.KEY, 3, 4, 3),
    MG("mg", "1.6.0", Family.META, 2, 2),
    MS("ms", "1.6.0", Family.META, 2, 3),
    MD("md", "1.6.0", Family.META, 2, 2),
    MA("ma", "1.6.0", Family.META, 2, 2),
    ME("me", "1.6.0", Family.META, 1, 2),
    MN("mn", "1.6.0", Family.META, 1, 1),
    STATS("stats", "1.2.0", Family.SERVER, 1, 1),
    VERSION("version", "1.2.0", Family.SERVER, 1, 1),
    QUIT("quit", "1.2.0", Family.SERVER, 1, 1),
    FLUSH_ALL("flush_all", "1.2.0", Family.ADMINISTRATION, 1, 3, 1),
    VERBOSITY("verbosity", "1.2.2", Family.ADMINISTRATION, 2, 3, 1),
    WATCH("watch", "1.4.26", Family.ADMINISTRATION, 1, 1),
    SHUTDOWN("shutdown", "1.4.16", Family.ADMINISTRATION, 1, 1),
    DEBUGTIME("debugtime", "1.6.10", Family.ADMINISTRATION, 1, 1),
    DEBUGITEM("debugitem", "1.6.34", Family.ADMINISTRATION, 1, 1),
    REFRESH_CERTS("refresh_certs", "1.5.13", Family.ADMINISTRATION, 1, 1),
    CACHE_MEMLIMIT("cache_memlimit", "1.4.27", Family.MEMORY, 2, 3, 1),
    LRU("lru", "1.4.35", Family.MEMORY, 2, 1),
    LRU_CRAWLER("lru_crawler", "1.4.18", Family.MEMORY, 1, 1),
    SLABS("slabs", "1.2.0", Family.MEMORY, 1, 1),
    EXTSTORE("extstore", "1.5.4", Family.MEMORY, 2, 1),
    /** ElastiCache's, not memcached's. */
    CONFIG("config", null, Family.ADMINISTRATION, 1, 1);

    /** Commands that are parsed alike. */
    enum Family {
        RETRIEVAL,
        STORAGE,
        /** With one key, and arguments behind it. */
        KEY,
        /** With flags. */
        META,
        SERVER,
        /** Outside the parser proper of memcached 1.6.40: may be preceded by spaces, and they count their tokens themselves. */
        ADMINISTRATION,
        /** As those of administration, and about the memory for items. */
        MEMORY;

        /** Whether they belong to the parser proper of memcached 1.6.40. */
        boolean isProper() {
            return this != ADMINISTRATION && this != MEMORY;
        }
    }

    private static final CommandTable[][] BY_LENGTH = byLength();

    private final String commandName;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final byte[] nameBytes;

    private final @Nullable String since;
    final Family family;
    private final int minBefore1640;
    private final int maxBefore1640;
    private final int minSince1640;

    CommandTable(String commandName, @Nullable String since, Family family, int minBefore1640, int minSince1640) {
        this(commandName, since, family, minBefore1640, Integer.MAX_VALUE, minSince1640);
    }

    /**
     * A row.
     *
     * @param since the first release of memcached with a command of this name, as found by searching its tags, of which 1.2.0 is
     *     the first; of the meta commands the first with all of them, though 1.5.19 had all but ma; null if none has it
     */
    CommandTable(
            String commandName,
            @Nullable String since,
            Family family,
            int minBefore1640,
            int maxBefore1640,
            int minSince1640) {
        this.commandName = commandName;
        this.nameBytes = commandName.getBytes(StandardCharsets.US_ASCII);
        this.since = since;
        this.family = family;
        this.minBefore1640 = minBefore1640;
        this.maxBefore1640 = maxBefore1640;
        this.minSince1640 = minSince1640;
    }

    /** The name on the wire. */
    public String commandName() {
        return commandName;
    }

    /** Whether it is one of the meta commands. */
    public boolean isMeta() {
        return family == Family.META;
    }

    /** The first release of memcached with the command, looking no further back than 1.2.0; null if it is not memcached's own. */
    @Nullable
    String since() {
        return since;
    }

    /** The row of a name; null if no command has it. */
    public static @Nullable CommandTable find(byte[] line, int from, int to) {
        int length = to - from;
        if (length < BY_LENGTH.length) {
            for (CommandTable row : BY_LENGTH[length]) {
                if (Arrays.equals(row.nameBytes, 0, length, line, from, to)) {
                    return row;
                }
            }
        }
        return null;
    }

    /** Whether a version has the command. */
    boolean isKnownTo(VersionTraits version) {
        return switch (this) {
            case BGET -> version.hasBget();
            case DEBUGITEM -> version.hasDebugitem();
            default -> true;
        };
    }

    boolean allowsBefore1640(int tokens) {
        return tokens >= minBefore1640 && tokens <= maxBefore1640;
    }

    boolean allowsSince1640(int tokens) {
        return tokens >= minSince1640;
    }

    /** How a row of the storage family stores. */
    StoreMode storeMode() {
        return StoreMode.valueOf(name());
    }

    private static CommandTable[][] byLength() {
        int longest = Arrays.stream(values())
                .mapToInt(row -> row.nameBytes.length)
                .max()
                .orElse(0);
        CommandTable[][] rows = new CommandTable[longest + 1][];
        for (int length = 0; length <= longest; length++) {
            int wanted = length;
            rows[length] = Arrays.stream(values())
                    .filter(row -> row.nameBytes.length == wanted)
                    .toArray(CommandTable[]::new);
        }
        return rows;
    }
}
