package io.github.fakecached.internal.command;

import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.version.VersionTraits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The table of commands, a row each: its name on the wire, its family, and how many tokens a line of the classic text protocol
 * has. Before memcached 1.6.40 a line outside of the bounds is an unknown command; since then only too few tokens are wrong.
 */
public enum CommandTable {
    GET("get", Family.RETRIEVAL, 2, 2),
    GETS("gets", Family.RETRIEVAL, 2, 2),
    BGET("bget", Family.RETRIEVAL, 2, 2),
    GAT("gat", Family.RETRIEVAL, 2, 3),
    GATS("gats", Family.RETRIEVAL, 2, 3),
    SET("set", Family.STORAGE, 5, 6, 5),
    ADD("add", Family.STORAGE, 5, 6, 5),
    REPLACE("replace", Family.STORAGE, 5, 6, 5),
    APPEND("append", Family.STORAGE, 5, 6, 5),
    PREPEND("prepend", Family.STORAGE, 5, 6, 5),
    CAS("cas", Family.STORAGE, 6, 7, 5),
    TOUCH("touch", Family.KEY, 3, 4, 3),
    DELETE("delete", Family.KEY, 2, 4, 2),
    INCR("incr", Family.KEY, 3, 4, 3),
    DECR("decr", Family.KEY, 3, 4, 3),
    MG("mg", Family.META, 2, 2),
    MS("ms", Family.META, 2, 3),
    MD("md", Family.META, 2, 2),
    MA("ma", Family.META, 2, 2),
    ME("me", Family.META, 1, 2),
    MN("mn", Family.META, 1, 1),
    STATS("stats", Family.SERVER, 1, 1),
    VERSION("version", Family.SERVER, 1, 1),
    QUIT("quit", Family.SERVER, 1, 1),
    FLUSH_ALL("flush_all", Family.ADMINISTRATION, 1, 3, 1),
    VERBOSITY("verbosity", Family.ADMINISTRATION, 2, 3, 1),
    WATCH("watch", Family.ADMINISTRATION, 1, 1),
    SHUTDOWN("shutdown", Family.ADMINISTRATION, 1, 1),
    DEBUGTIME("debugtime", Family.ADMINISTRATION, 1, 1),
    REFRESH_CERTS("refresh_certs", Family.ADMINISTRATION, 1, 1),
    CACHE_MEMLIMIT("cache_memlimit", Family.MEMORY, 2, 3, 1),
    LRU("lru", Family.MEMORY, 2, 1),
    LRU_CRAWLER("lru_crawler", Family.MEMORY, 1, 1),
    SLABS("slabs", Family.MEMORY, 1, 1),
    EXTSTORE("extstore", Family.MEMORY, 2, 1),
    /** ElastiCache's, not memcached's. */
    CONFIG("config", Family.ADMINISTRATION, 1, 1);

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

    final Family family;
    private final int minBefore1640;
    private final int maxBefore1640;
    private final int minSince1640;

    CommandTable(String commandName, Family family, int minBefore1640, int minSince1640) {
        this(commandName, family, minBefore1640, Integer.MAX_VALUE, minSince1640);
    }

    CommandTable(String commandName, Family family, int minBefore1640, int maxBefore1640, int minSince1640) {
        this.commandName = commandName;
        this.nameBytes = commandName.getBytes(StandardCharsets.US_ASCII);
        this.family = family;
        this.minBefore1640 = minBefore1640;
        this.maxBefore1640 = maxBefore1640;
        this.minSince1640 = minSince1640;
    }

    /** The name on the wire. */
    public String commandName() {
        return commandName;
    }

    /** The row of a name; null if no command has it. */
    static @Nullable CommandTable find(byte[] line, int from, int to) {
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

    /** Whether a version has the command: {@code get} lost its ancient other name. */
    boolean isKnownTo(VersionTraits version) {
        return this != BGET || version.hasBget();
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
