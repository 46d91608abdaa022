package io.github.fakecached;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.engine.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link FakeMemcached} to be started. What is not set is as in a memcached started without options, except
 * that the fake listens on the loopback address only, and on any free port.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .version(MemcachedVersion.V1_6_18)
 *         .maxItemSize(2 * 1024 * 1024)
 *         .start();
 * }</pre>
 *
 * <p>Not for use by several threads at once.
 */
public final class FakeMemcachedBuilder {

    private static final int MIB = 1024 * 1024;

    String name = "default";
    ControllableClock clock = ControllableClock.running();
    MemcachedVersion version = MemcachedVersion.V1_6_45;
    private @Nullable BindingProtocol bindingProtocol;
    private int maxItemSize = MIB;
    private long memoryLimit = 64L * MIB;
    private boolean evictions = true;
    private boolean cas = true;
    private boolean flush = true;
    private Administration administration = Administration.defaults();
    private @Nullable Supplier<ClusterConfiguration> cluster;
    private MemoryTuning memoryTuning = MemoryTuning.defaults();
    private final ListenSettings listening = new ListenSettings();
    private final SignInSettings signIn = new SignInSettings();

    FakeMemcachedBuilder() {}

    /**
     * The port to listen on.
     *
     * @param port 1 to 65535, or 0 (the default) for any free one
     * @return this builder
     * @throws IllegalArgumentException if it is no port
     */
    public FakeMemcachedBuilder port(int port) {
        listening.port(port);
        return this;
    }

    /**
     * The address to listen on; the loopback address by default. Whoever can reach the fake can read and change
     * everything in it, so think twice before naming another: the log warns of it.
     *
     * @param host a name or an address of this machine
     * @return this builder
     * @throws IllegalArgumentException if the name cannot be resolved
     */
    public FakeMemcachedBuilder host(String host) {
        listening.host(host);
        return this;
    }

    /**
     * Serves UDP too, as memcached's option {@code -U}; {@link FakeMemcached#udpAddress()} tells where.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @return this builder
     * @throws IllegalArgumentException if it is no port
     */
    public FakeMemcachedBuilder udpPort(int port) {
        listening.udpPort(port);
        return this;
    }

    /**
     * Listens on a Unix domain socket, as memcached's option {@code -s}, and on no port: neither TCP nor UDP. TLS and idle
     * timeouts do not concern it. A socket that is there already is replaced, any other file is not. When the fake is stopped,
     * the file is removed.
     *
     * @param path a path of some 100 bytes at most; {@link FakeMemcached#unixSocket()} gives it back
     * @return this builder
     */
    public FakeMemcachedBuilder unixSocket(Path path) {
        listening.unixSocket(Objects.requireNonNull(path, "path"));
        return this;
    }

    /**
     * Who may connect to the {@linkplain #unixSocket Unix domain socket}, as memcached's option {@code -a}.
     *
     * @param mask permissions as those of a file; octal 700 by default
     * @return this builder
     * @throws IllegalArgumentException if it is more than octal 777, or negative
     */
    public FakeMemcachedBuilder unixMask(int mask) {
        listening.unixMask(mask);
        return this;
    }

    /**
     * Several addresses to listen on, instead of the {@linkplain #host host}.
     *
     * @param first the one that {@link FakeMemcached#address()} gives
     * @param further the others
     * @return this builder
     */
    public FakeMemcachedBuilder listeners(Listener first, Listener... further) {
        listening.listeners(Stream.concat(Stream.of(first), Stream.of(further)).toList());
        return this;
    }

    /**
     * The version of memcached to speak.
     *
     * @param version the version; {@link MemcachedVersion#V1_6_45} by default
     * @return this builder
     */
    public FakeMemcachedBuilder version(MemcachedVersion version) {
        this.version = Objects.requireNonNull(version, "version");
        return this;
    }

    /**
     * The clock to live by. Several fakes may share one.
     *
     * @param clock a clock; by default each fake has its own, which runs
     * @return this builder
     */
    public FakeMemcachedBuilder clock(ControllableClock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * The protocols to serve, as memcached's option {@code -B}.
     *
     * @param protocol text, binary or, by default, whichever a connection begins with; where clients have to sign in, the
     *     one of the two that they sign in by
     * @return this builder
     */
    public FakeMemcachedBuilder bindingProtocol(BindingProtocol protocol) {
        this.bindingProtocol = Objects.requireNonNull(protocol, "protocol");
        return this;
    }

    /**
     * The largest item to store, as memcached's option {@code -I}.
     *
     * @param bytes key, value and memcached's own 50 to 60 bytes together; 1024 to 1073741824; 1 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if the size is out of range
     */
    public FakeMemcachedBuilder maxItemSize(int bytes) {
        require(bytes >= 1024 && bytes <= 1024 * MIB, "an item size limit is 1024 to 1073741824 bytes, not " + bytes);
        this.maxItemSize = bytes;
        return this;
    }

    /**
     * The memory for items, as memcached's option {@code -m}.
     *
     * @param bytes at least 1 MiB; 64 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if the limit is smaller
     */
    public FakeMemcachedBuilder memoryLimit(long bytes) {
        require(bytes >= MIB, "a memory limit is at least 1048576 bytes, not " + bytes);
        this.memoryLimit = bytes;
        return this;
    }

    /**
     * What happens when the memory for items is used up: whether old items make room (the default), or, as with
     * memcached's option {@code -M}, a store is answered with an error.
     *
     * @param evictions false for an error
     * @return this builder
     */
    public FakeMemcachedBuilder evictions(boolean evictions) {
        this.evictions = evictions;
        return this;
    }

    /**
     * How many connections may be open at once, as memcached's option {@code -c}. One more is told
     * {@code ERROR Too many open connections} and closed.
     *
     * @param connections at least 1; 1024 by default
     * @return this builder
     * @throws IllegalArgumentException if the number is smaller
     */
    public FakeMemcachedBuilder maxConnections(int connections) {
        listening.maxConnections(connections);
        return this;
    }

    /**
     * How many connections may wait to be accepted, as memcached's option {@code -b}.
     *
     * @param connections 1024 by default; less than 1 is the system's default
     * @return this builder
     */
    public FakeMemcachedBuilder backlog(int connections) {
        listening.backlog(connections);
        return this;
    }

    /**
     * After how many requests that came at once from one connection memcached turns to the next, as its option {@code -R}. A fake
     * serves them all, but sends its replies where memcached would have turned, and counts that in {@code conn_yields}.
     *
     * @param requests at least 1; 20 by default
     * @return this builder
     * @throws IllegalArgumentException if the number is smaller
     */
    public FakeMemcachedBuilder requestsPerEvent(int requests) {
        listening.requestsPerEvent(requests);
        return this;
    }

    /**
     * Closes a connection over which no command has come for longer than this on the fake's clock, as memcached's option
     * {@code -o idle_timeout}. One that is in the middle of a command stays.
     *
     * @param timeout whole seconds up to 2147483647; zero, the default, for never
     * @return this builder
     * @throws IllegalArgumentException if the timeout is negative, too long or not in whole seconds
     */
    public FakeMemcachedBuilder idleTimeout(Duration timeout) {
        listening.idleTimeout(timeout);
        return this;
    }

    /**
     * Serves TLS, as memcached's option {@code -Z}: a client that does not speak it is disconnected.
     *
     * @param tls certificates, and what is wanted of clients
     * @return this builder
     */
    public FakeMemcachedBuilder tls(Tls tls) {
        listening.tls(tls.settings());
        return this;
    }

    /**
     * Whether items have cas uniques; false is memcached's option {@code -C}.
     *
     * @param enabled true by default
     * @return this builder
     */
    public FakeMemcachedBuilder casEnabled(boolean enabled) {
        this.cas = enabled;
        return this;
    }

    /**
     * Whether {@code flush_all} is allowed; false is memcached's option {@code -F}.
     *
     * @param enabled true by default
     * @return this builder
     */
    public FakeMemcachedBuilder flushEnabled(boolean enabled) {
        this.flush = enabled;
        return this;
    }

    /**
     * A user who may sign in by SASL, with PLAIN or CRAM-MD5, as memcached's option {@code -S}. From the first user on, the
     * fake serves the binary protocol only, and nothing but version to a client that has not signed in.
     *
     * @param name the user's name, to be given as it stands: no realm is added
     * @param password the user's password; it replaces one that was given before
     * @return this builder
     */
    public FakeMemcachedBuilder saslUser(String name, String password) {
        signIn.saslUser(name, password);
        return this;
    }

    /**
     * A file of users who may sign in by SASL, as the environment variable {@code MEMCACHED_SASL_PWDB} names one to memcached:
     * lines of {@code user:password}. It is read anew at each sign-in. As {@link #saslUser} otherwise; not both.
     *
     * @param file the file
     * @return this builder
     */
    public FakeMemcachedBuilder saslPasswordFile(Path file) {
        signIn.saslPasswordFile(file);
        return this;
    }

    /**
     * A user who may sign in by the text protocol, as memcached's option {@code -Y}: with a {@code set} of any key as the first
     * command, whose value is the name and the password with a space between. From the first user on, the fake serves the text
     * protocol only, and nothing to a client that has not signed in.
     *
     * @param name the user's name, without a space
     * @param password the user's password; it replaces one that was given before
     * @return this builder
     * @throws IllegalArgumentException if the name has a space, or it is the ninth user: memcached has room for eight
     */
    public FakeMemcachedBuilder textUser(String name, String password) {
        signIn.textUser(name, password);
        return this;
    }

    /**
     * A file of users who may sign in by the text protocol, as memcached's option {@code -Y}: lines of {@code user:password},
     * of which memcached looks at the first eight. It is read at each start and restart, and by
     * {@link FakeMemcached#reloadAuthFile()}. As {@link #textUser} otherwise; not both.
     *
     * @param file the file
     * @return this builder
     */
    public FakeMemcachedBuilder authFile(Path file) {
        signIn.authFile(file);
        return this;
    }

    /**
     * What clients may learn of the fake and do to it, besides using it.
     *
     * @param administration {@link Administration#defaults()} by default
     * @return this builder
     */
    public FakeMemcachedBuilder administration(Administration administration) {
        this.administration = Objects.requireNonNull(administration, "administration");
        return this;
    }

    /**
     * How the memory for items is used.
     *
     * @param tuning {@link MemoryTuning#defaults()} by default
     * @return this builder
     */
    public FakeMemcachedBuilder memoryTuning(MemoryTuning tuning) {
        this.memoryTuning = Objects.requireNonNull(tuning, "tuning");
        return this;
    }

    /**
     * The cluster to announce to clients that discover nodes, as Amazon ElastiCache does. Without it the fake answers
     * {@code config get cluster} with {@code ERROR}, as memcached does.
     *
     * @param configuration gives the nodes; it is asked on the fake's own thread for each request, and must not wait
     * @return this builder
     */
    public FakeMemcachedBuilder clusterConfiguration(Supplier<ClusterConfiguration> configuration) {
        this.cluster = Objects.requireNonNull(configuration, "configuration");
        return this;
    }

    /**
     * Starts a fake with these settings.
     *
     * @return a fake that accepts connections
     * @throws IllegalArgumentException if the settings contradict each other, or certificates cannot be used
     * @throws IllegalStateException if the port cannot be listened on; the message says which and what to do
     */
    public FakeMemcached start() {
        require(
                maxItemSize <= memoryLimit / 2,
                "the item size limit (" + maxItemSize + " bytes) may be at most half of the memory limit ("
                        + memoryLimit + " bytes): lower the one or raise the other");
        signIn.check(bindingProtocol);
        listening.check(signIn);
        FakeMemcached memcached = new FakeMemcached(this);
        memcached.listen();
        return memcached;
    }

    ServerSettings serverSettings() {
        Supplier<ClusterConfiguration> announced = cluster;
        return new ServerSettings(
                version.traits(),
                listening.settings(signIn.protocol(bindingProtocol).served()),
                memoryTuning.rules(maxItemSize, memoryLimit, evictions, cas, version.traits()),
                administration.permissions(flush),
                signIn.authentication(),
                administration.statistics(),
                announced == null ? null : () -> announced.get().text());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
