package io.github.fakecached.cli;

import static io.github.fakecached.cli.Treatment.NOT_SERVED;
import static io.github.fakecached.cli.Treatment.NO_EFFECT;
import static io.github.fakecached.cli.Treatment.OWN;
import static io.github.fakecached.cli.Treatment.WORKS;

import org.jspecify.annotations.Nullable;

/**
 * The table of options, a row each: the names and the value that memcached gives it, what becomes of it in the fake, and what
 * the help says; for one that is not served, what to do instead.
 */
enum MemcachedOption {
    PORT("-p", "--port", "num", WORKS, "TCP port to listen on; 0 or -1: any free one (default: 11211)"),
    LISTEN(
            "-l",
            "--listen",
            "addr",
            WORKS,
            "address, or address:port, to listen on; * for all. Default: the loopback address, where memcached listens on"
                    + " all addresses. Several with commas between them, or with several -l; each may begin with notls:, btls: or"
                    + " mtls: and with proto[ascii]:, proto[binary]: or proto[negotiating]:"),
    UDP_PORT("-U", "--udp-port", "num", WORKS, "UDP port; -1: any free one (default: 0, none)"),
    UNIX_SOCKET("-s", "--unix-socket", "file", WORKS, "UNIX socket to listen on, instead of ports"),
    UNIX_MASK("-a", "--unix-mask", "mask", WORKS, "access mask of the UNIX socket, in octal (default: 0700)"),
    MEMORY_LIMIT("-m", "--memory-limit", "num", WORKS, "megabytes for items (default: 64)"),
    DISABLE_EVICTIONS("-M", "--disable-evictions", null, WORKS, "answer with an error when the memory is used up"),
    CONN_LIMIT("-c", "--conn-limit", "num", WORKS, "most connections open at once (default: 1024)"),
    BACKLOG("-b", "--listen-backlog", "num", WORKS, "connections that wait to be accepted (default: 1024)"),
    REQS_PER_EVENT(
            "-R",
            "--max-reqs-per-event",
            "num",
            WORKS,
            "requests of one connection before the next one's turn, for conn_yields of stats (default: 20)"),
    MAX_ITEM_SIZE("-I", "--max-item-size", "num", WORKS, "size of the largest item, 1k to 1024m (default: 1m)"),
    DISABLE_CAS("-C", "--disable-cas", null, WORKS, "items have no cas uniques"),
    DISABLE_FLUSH_ALL("-F", "--disable-flush-all", null, WORKS, "flush_all is not allowed"),
    ENABLE_SHUTDOWN("-A", "--enable-shutdown", null, WORKS, "clients may end the process with shutdown"),
    THREADS("-t", "--threads", "num", WORKS, "number of threads that stats shows (default: 4)"),
    VERBOSE("-v", "--verbose", null, WORKS, "the verbosity that stats shows; may be repeated. A fake logs nothing"),
    GROWTH_FACTOR("-f", "--slab-growth-factor", "num", WORKS, "how sizes of slab chunks grow (default: 1.25)"),
    SLAB_MIN_SIZE("-n", "--slab-min-size", "bytes", WORKS, "space in the smallest slab chunk (default: 48)"),
    DISABLE_DUMPING("-X", "--disable-dumping", null, WORKS, "clients may not list keys"),
    DISABLE_WATCH("-W", "--disable-watch", null, WORKS, "clients may not watch the log"),
    DELIMITER("-D", null, "char", WORKS, "what ends the prefix of a key; statistics are kept by prefix"),
    PROTOCOL("-B", "--protocol", "name", WORKS, "auto, ascii or binary (default: auto)"),
    ENABLE_SASL(
            "-S",
            "--enable-sasl",
            null,
            WORKS,
            "clients sign in by SASL, with a user and password of the file that the environment variable"
                    + " MEMCACHED_SASL_PWDB names: lines of user:password"),
    AUTH_FILE(
            "-Y",
            "--auth-file",
            "file",
            WORKS,
            "text clients sign in with a user and password of this file: lines of user:password, at most 8. SIGHUP reads it"
                    + " again"),
    ENABLE_SSL("-Z", "--enable-ssl", null, WORKS, "serve TLS; needs -o ssl_chain_cert and ssl_key"),
    PIDFILE("-P", "--pidfile", "file", WORKS, "file for the process id while the fake runs"),
    EXTENDED("-o", "--extended", "list", WORKS, "comma separated list of further options, see below"),
    HELP("-h", "--help", null, WORKS, "print this help and exit"),
    LICENSE("-i", "--license", null, WORKS, "print the licence and exit"),
    VERSION("-V", "--version", null, WORKS, "print the version and exit"),

    SPEAK(
            null,
            "--memcached-version",
            "num",
            OWN,
            "version of memcached to speak, 1.6.45 or 1.6.18: they answer bad input differently (default: 1.6.45)"),
    MAKE_ARCHIVE(
            null,
            "--make-archive",
            "file",
            OWN,
            "write an archive of the classes and exit; java -XX:SharedArchiveFile=<file> starts the fake sooner"),
    NODE(
            null,
            "--node",
            "name",
            OWN,
            "a node of this name, on any free port, or that of name:port; several with several --node, all by one clock"),
    READY_JSON(null, "--ready-json", null, OWN, "print what is ready as one line of JSON"),
    EXIT_WITH_PARENT(
            null,
            "--exit-with-parent",
            null,
            OWN,
            "end when the process that started this one has ended, or was killed"),
    ADMIN_PORT(
            null,
            "--admin-port",
            "num",
            OWN,
            "serve a page and operations for clock, faults, journal, items and nodes over HTTP; 0: any free port"),
    ADMIN_ADDRESS(
            null,
            "--admin-address",
            "addr",
            OWN,
            "address for that (default: the loopback address). Any other needs a token"),
    ADMIN_TOKEN_FILE(
            null, "--admin-token-file", "file", OWN, "file with the token that clients of --admin-port have to send"),
    ADMIN_TOKEN(null, "--admin-token", "text", OWN, "the same token, seen by all who can list processes"),
    ADMIN_COMMANDS(
            null,
            "--admin-commands",
            null,
            OWN,
            "serve the same operations to text clients: fakecached clock advance seconds=60"),

    ENABLE_COREDUMPS("-r", "--enable-coredumps", null, NO_EFFECT, "core file limit"),
    USER("-u", "--user", "user", NO_EFFECT, "user to run as: the fake stays who started it"),
    LOCK_MEMORY("-k", "--lock-memory", null, NO_EFFECT, "lock memory"),
    LARGEPAGES("-L", "--enable-largepages", null, NO_EFFECT, "large memory pages"),
    NAPI_IDS("-N", "--napi-ids", "num", NO_EFFECT, "number of NAPI ids, not more than threads"),

    DAEMON(
            "-d",
            "--daemon",
            null,
            NOT_SERVED,
            "a JVM cannot fork itself: start it with & of the shell, or from a service manager"),
    MEMORY_FILE("-e", "--memory-file", "file", NOT_SERVED, "leave it out: items end with the process");

    private final @Nullable String shortName;
    private final @Nullable String longName;
    private final @Nullable String valueName;
    private final Treatment treatment;
    private final String description;

    MemcachedOption(
            @Nullable String shortName,
            @Nullable String longName,
            @Nullable String valueName,
            Treatment treatment,
            String description) {
        this.shortName = shortName;
        this.longName = longName;
        this.valueName = valueName;
        this.treatment = treatment;
        this.description = description;
    }

    /** The names on the command line, the short one first. */
    String[] names() {
        if (shortName == null || longName == null) {
            return new String[] {name(shortName, longName)};
        }
        return new String[] {shortName, longName};
    }

    boolean takesValue() {
        return valueName != null;
    }

    /** What the help calls the value; empty for an option without one. */
    String valueName() {
        return valueName == null ? "" : valueName;
    }

    Treatment treatment() {
        return treatment;
    }

    String description() {
        return description;
    }

    /** Names and value as the help shows them. */
    String synopsis() {
        String names = shortName == null ? "    " + longName : String.join(", ", names());
        String separator = longName == null ? " " : "=";
        return valueName == null ? names : names + separator + "<" + valueName + ">";
    }

    /** The name in messages. */
    @Override
    public String toString() {
        return name(shortName, longName);
    }

    private static String name(@Nullable String first, @Nullable String second) {
        if (first != null) {
            return first;
        }
        if (second != null) {
            return second;
        }
        throw new IllegalStateException("an option without a name");
    }
}
