package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What may be added to a command: the flags of meta commands, and noreply where it mutes a line that is as it should be, which
 * the parser itself is asked.
 */
final class CommandFlags {

    private static final String NOREPLY = "`noreply`";

    /** The releases of memcached that brought the flags which not every version has. */
    private static final Map<Character, String> SINCE = Map.of('E', "1.6.27", 'x', "1.6.27");

    private CommandFlags() {}

    static String text(CommandTable row) {
        return switch (row) {
            case MG, MS, MD, MA -> metaFlags();
            case ME -> "`b`";
            // Does not know the word; since 1.6.40 it mutes the error that it is then.
            case SHUTDOWN -> "";
            default -> everyVersionMutes(row) ? NOREPLY : "";
        };
    }

    private static String metaFlags() {
        var later = new TreeMap<String, String>();
        var first = new StringBuilder();
        for (char letter = 'A'; letter <= 'z'; letter++) {
            var flag = String.valueOf(letter);
            long versions = Arrays.stream(VersionTraits.values())
                    .filter(version -> version.metaFlags().contains(flag))
                    .count();
            if (versions == VersionTraits.values().length) {
                first.append(letter);
            } else if (versions > 0) {
                later.merge(
                        Objects.requireNonNull(SINCE.get(letter), "since when is there " + flag), flag, String::concat);
            }
        }
        return later.entrySet().stream()
                .map(letters -> ", since " + letters.getKey() + " `" + letters.getValue() + "`")
                .collect(Collectors.joining("", "`" + first + "`", ""));
    }

    private static boolean everyVersionMutes(CommandTable row) {
        var line = (row.commandName() + " " + arguments(row) + " noreply").getBytes(US_ASCII);
        return Arrays.stream(VersionTraits.values())
                .filter(row::isKnownTo)
                .map(version -> new TextParser(version).parse(line, line.length, line.length + 2))
                .allMatch(CommandFlags::isMuted);
    }

    private static boolean isMuted(Command command) {
        return command instanceof Command.RefreshCertificates refresh
                ? refresh.quiet()
                : command.noreply() && !(command instanceof Command.Invalid);
    }

    /** Arguments with which a command is as it should be. */
    private static String arguments(CommandTable row) {
        return switch (row) {
            case GET, GETS, BGET, DELETE -> "k";
            case GAT, GATS -> "0 k";
            case SET, ADD, REPLACE, APPEND, PREPEND -> "k 0 0 1";
            case CAS -> "k 0 0 1 1";
            case TOUCH, INCR, DECR -> "k 1";
            case VERBOSITY, DEBUGTIME -> "1";
            case DEBUGITEM -> "ref k";
            case CACHE_MEMLIMIT -> "64";
            case LRU -> "mode flat";
            case LRU_CRAWLER -> "tocrawl 1";
            case SLABS -> "automove 1";
            case EXTSTORE -> "item_age 1";
            case WATCH -> "fetchers";
            case CONFIG -> "get cluster";
            case MG, MS, MD, MA, ME, MN, STATS, VERSION, QUIT, FLUSH_ALL, SHUTDOWN, REFRESH_CERTS -> "";
        };
    }
}
