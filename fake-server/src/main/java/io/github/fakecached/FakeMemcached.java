package io.github.fakecached;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.fault.Faults;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.engine.UnixSocket;
import io.github.fakecached.internal.net.Connections;
import io.github.fakecached.internal.net.NodeServer;
import io.github.fakecached.journal.Journal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A memcached inside the JVM, for tests: it listens on a port of its own and answers as the real server does, while a test
 * can move its clock and look at its items.
 *
 * <pre>{@code
 * try (FakeMemcached memcached = FakeMemcached.start()) {
 *     var client = new MemcachedClient(memcached.address());
 *     client.set("k", 60, "v").get();
 *     memcached.clock().advance(Duration.ofSeconds(60));
 *     assertThat(client.get("k")).isNull();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Every call that has to wait for the server gives up after ten seconds with an
 * {@link IllegalStateException}.
 */
public final class FakeMemcached implements AutoCloseable {

    private final MemcachedVersion version;
    private final ControllableClock clock;
    private final ServerSettings settings;
    private final NodeServer node;
    private final Contents contents;

    FakeMemcached(FakeMemcachedBuilder settings) {
        this.version = settings.version;
        this.clock = settings.clock;
        this.settings = settings.serverSettings();
        this.node = new NodeServer(settings.name, this.settings, clock);
        this.contents = new Contents(node);
    }

    /**
     * Starts a fake with default settings: memcached 1.6.45 on a free port of the loopback address.
     *
     * @return a fake that accepts connections
     */
    public static FakeMemcached start() {
        return builder().start();
    }

    /**
     * Begins a fake with settings of its own.
     *
     * @return a builder with the default settings
     */
    public static FakeMemcachedBuilder builder() {
        return new FakeMemcachedBuilder();
    }

    void listen() {
        node.start();
    }

    /**
     * Where clients connect to.
     *
     * @return the address and the real port, the same after a {@link #restart()}
     * @throws IllegalStateException if the fake listens on a {@linkplain #unixSocket() Unix domain socket}
     */
    public InetSocketAddress address() {
        return node.address();
    }

    /**
     * Where clients connect to, if there are {@linkplain FakeMemcachedBuilder#listeners several listeners}.
     *
     * @return the addresses with their real ports, in the order in which they were named, the first being {@link #address()};
     *     none if it listens on a {@linkplain #unixSocket() Unix domain socket}
     */
    public List<InetSocketAddress> addresses() {
        return List.copyOf(node.addresses());
    }

    /**
     * What clients have to know besides the address: the protocol, a user to sign in as, certificates.
     *
     * @return settings for {@link #address()} alone; without an address if it listens on a
     *     {@linkplain #unixSocket() Unix domain socket}. The user is the first one. The certificates trust those of the fake; clients
     *     have one of their own with {@linkplain Tls#withTestCertificates() test certificates} only.
     */
    public ConnectionSettings connectionSettings() {
        return ConnectionSettings.of(settings, node.addresses());
    }

    /**
     * Where clients send datagrams, if the fake serves {@linkplain FakeMemcachedBuilder#udpPort UDP}.
     *
     * @return the address and the real port of the first listener, the same after a {@link #restart()}
     * @throws IllegalStateException if it does not serve UDP
     */
    public InetSocketAddress udpAddress() {
        List<InetSocketAddress> addresses = node.udpAddresses();
        if (addresses.isEmpty()) {
            throw new IllegalStateException("no UDP is served: call udpPort() of the builder");
        }
        return addresses.get(0);
    }

    /**
     * The Unix domain socket clients connect to, if the fake listens on {@linkplain FakeMemcachedBuilder#unixSocket one}.
     *
     * @return the path given to the builder
     * @throws IllegalStateException if it listens on a port
     */
    public Path unixSocket() {
        UnixSocket socket = settings.listening().unixSocket();
        if (socket == null) {
            throw new IllegalStateException("no Unix domain socket is listened on: connect to " + address());
        }
        return socket.path();
    }

    /**
     * The port clients connect to.
     *
     * @return the real port, also where 0 was asked for
     * @throws IllegalStateException if the fake listens on a {@linkplain #unixSocket() Unix domain socket}
     */
    public int port() {
        return address().getPort();
    }

    /**
     * The version of memcached this fake speaks.
     *
     * @return the version given to the builder
     */
    public MemcachedVersion version() {
        return version;
    }

    /**
     * The clock that decides when items expire.
     *
     * @return the clock given to the builder, or this fake's own
     */
    public ControllableClock clock() {
        return clock;
    }

    /**
     * The items, to look at and to put without the wire.
     *
     * @return a live view
     */
    public Contents contents() {
        return contents;
    }

    /**
     * What goes wrong in this fake.
     *
     * @return the faults in force, to be added to and removed; they outlive a stop and a restart
     */
    public Faults faults() {
        return node.faults();
    }

    /**
     * What clients asked of this fake, and what they were answered.
     *
     * @return the journal, which outlives a stop and a restart
     */
    public Journal journal() {
        return node.journal();
    }

    /**
     * The general statistics, as the command {@code stats} gives them.
     *
     * @return names and values in memcached's order
     * @throws IllegalStateException if the fake is stopped
     */
    public Map<String, String> stats() {
        Map<String, String> stats = new LinkedHashMap<>();
        node.call(Engine::generalStatistics).forEach(statistic -> stats.put(statistic.name(), statistic.value()));
        return stats;
    }

    /**
     * Makes the fake as new, while connections stay open: no items, counters at zero, cas uniques from the beginning, the
     * clock {@linkplain ControllableClock#reset() reset}. Takes the same time however many items there are. A fake that was
     * {@linkplain #pause() paused} or {@linkplain #partition() partitioned} is so no more before it becomes as new. So it is with
     * {@linkplain #faults() faults}: they are cleared, and what they held back is executed before.
     *
     * @throws IllegalStateException if the fake is stopped
     */
    public void reset() {
        heal();
        resume();
        node.reset();
    }

    /**
     * Stops listening and closes all connections. Items are lost, as they are when memcached ends, unless
     * {@link #restartKeepingData()} brings them back. Does nothing if the fake is stopped already.
     */
    public void stop() {
        node.stop();
    }

    /**
     * Stops the fake as if its process was killed or its machine had crashed: as {@link #stop()}, but open connections end with a
     * reset (RST), and without a farewell where they speak TLS. A Unix domain socket, which knows no resets, is just closed.
     */
    public void kill() {
        node.kill();
    }

    /**
     * Stops the fake if it runs, and starts it on the same port, without items. It is neither
     * {@linkplain #pause() paused} nor {@linkplain #partition() partitioned} then.
     *
     * @throws IllegalStateException if another program has taken the port meanwhile
     */
    public void restart() {
        node.stop();
        reloadAuthFile();
        node.start();
    }

    /**
     * The same as {@link #restart()}, but with the items that the fake had when it was stopped, as memcached's option {@code -e}
     * has it: they keep their cas uniques, and their time to live goes on meanwhile; counters begin at zero, but for the uptime.
     * It does not matter whether the fake was {@linkplain #kill() killed} or {@linkplain #stop() stopped}, or runs still.
     *
     * @throws IllegalStateException if another program has taken the port meanwhile
     */
    public void restartKeepingData() {
        node.stop();
        reloadAuthFile();
        node.startWithItems();
    }

    /**
     * Pauses the fake, as SIGSTOP pauses a process: connections are still accepted by the operating system, which also keeps what
     * clients send as far as it has room, and datagrams; but nothing is read, executed, answered or closed until
     * {@link #resume()}. The fake's clock is not paused, and the other methods of this class work as ever. Does nothing if the fake
     * is paused already.
     *
     * @throws IllegalStateException if the fake is stopped
     */
    public void pause() {
        node.change(Connections::pause);
    }

    /**
     * Ends a {@linkplain #pause() pause}, as SIGCONT does: what clients sent meanwhile is executed and answered, usually
     * before this method returns. Does nothing if the fake is not paused.
     */
    public void resume() {
        if (node.isPaused()) {
            node.change(Connections::resume);
        }
    }

    /**
     * Lets nothing through between clients and the fake, as if the network was cut: connections are accepted and stay open, but
     * what clients send is lost, and neither executed nor ever answered; so are datagrams. Does nothing if the fake is partitioned
     * already.
     *
     * @throws IllegalStateException if the fake is stopped
     */
    public void partition() {
        node.change(Connections::partition);
    }

    /**
     * Ends a {@linkplain #partition() partition}: connections over which something was lost are reset, since they cannot go on with
     * a hole in the stream; the others go on. Does nothing if the fake is not partitioned.
     */
    public void heal() {
        if (node.isPartitioned()) {
            node.change(Connections::heal);
        }
    }

    /**
     * Reads the file of users anew that {@link FakeMemcachedBuilder#authFile} named, as memcached does at SIGHUP. Who is signed
     * in stays so. A file that cannot be read, or is malformed, changes nothing but for a warning in the log, nor is anything
     * done if there is none.
     */
    public void reloadAuthFile() {
        settings.authentication().reload();
    }

    /**
     * Whether the fake accepts connections.
     *
     * @return false after {@link #stop()}, {@link #kill()} or {@link #close()}
     */
    public boolean isRunning() {
        return node.isRunning();
    }

    /**
     * Whether the fake is paused.
     *
     * @return true between {@link #pause()} and {@link #resume()}
     */
    public boolean isPaused() {
        return node.isPaused();
    }

    /**
     * Whether nothing gets through between clients and the fake.
     *
     * @return true between {@link #partition()} and {@link #heal()}
     */
    public boolean isPartitioned() {
        return node.isPartitioned();
    }

    /**
     * Waits until the fake is stopped: by another thread, or by a client's {@code shutdown} if that is
     * {@linkplain Administration#shutdownEnabled allowed}.
     *
     * @param atMost how long to wait
     * @return false if the fake still accepts connections after that time
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public boolean awaitStop(Duration atMost) throws InterruptedException {
        return node.awaitStop(atMost);
    }

    /** The same as {@link #stop()}; may be called any number of times. */
    @Override
    public void close() {
        stop();
    }

    @Override
    public String toString() {
        return "memcached " + version() + " (fake) at " + where()
                + (isRunning() ? "" : " (stopped)")
                + (isPaused() ? " (paused)" : "")
                + (isPartitioned() ? " (partitioned)" : "");
    }

    private String where() {
        return settings.listening().unixSocket() == null
                ? address().getHostString() + ":" + port()
                : unixSocket().toString();
    }
}
