package io.github.fakecached.internal.net;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.engine.CertificateSource;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.engine.TlsSettings;
import io.github.fakecached.internal.tls.BadCertificate;
import io.github.fakecached.internal.tls.ServerTls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A node: its engine, its listening socket and its connections, all on one event loop, so that nothing on the way of a request
 * needs a lock. Calls from other threads hop onto that loop and wait for it, for a limited time.
 */
public final class NodeServer {

    private static final long TIME_LIMIT_SECONDS = 10;
    private static final int BACKLOG = 1024;

    /** memcached's own: it decides how much of a line without an end is seen at once. */
    private static final int READ_BUFFER = 16384;

    private final ServerSettings settings;
    private final ControllableClock clock;
    private final EventLoop loop = SharedEventLoops.next();
    private final ChannelGroup connections = new DefaultChannelGroup(loop);
    private final @Nullable ServerTls tls;
    private InetSocketAddress address;
    private volatile @Nullable Running running;

    private record Running(Channel listener, Engine engine, IdleTimeout idleTimeout) {}

    /**
     * A node that does not listen yet.
     *
     * @throws IllegalArgumentException if its certificates cannot be used
     */
    public NodeServer(ServerSettings settings, ControllableClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.tls =
                settings.listening().tls().enabled() ? tls(settings.listening().tls()) : null;
        this.address = settings.listening().address();
    }

    /** Binds the port and accepts connections; the engine is a new one. */
    @SuppressWarnings("deprecation") // RCVBUF_ALLOCATOR: deprecated since Netty 4.2 only, and users may bring 4.1
    public synchronized void start() {
        Engine engine = new Engine(settings, clock, this::beginToStop, tls == null ? CertificateSource.NONE : tls);
        IdleTimeout idleTimeout = new IdleTimeout(settings.listening().idleTimeout(), loop, clock, engine.sessions());
        ChannelFuture bound = new ServerBootstrap()
                .group(loop, loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BUFFER))
                .childHandler(new Pipeline(settings, engine, idleTimeout, tls, connections))
                .bind(address);
        await(bound, "binding " + address);
        Throwable failure = bound.cause();
        if (failure != null) {
            throw new IllegalStateException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + " ("
                            + failure.getMessage() + "): stop what uses the port, or ask for port 0 to get a free one",
                    failure);
        }
        idleTimeout.start();
        running = new Running(bound.channel(), engine, idleTimeout);
        address = (InetSocketAddress) bound.channel().localAddress();
        int port = address.getPort();
        loop.execute(() -> engine.listensOn(port));
    }

    /** Closes the port and all connections; does nothing if that is done. */
    public synchronized void stop() {
        Running stopping = running;
        if (stopping != null) {
            running = null;
            stopping.idleTimeout.stop();
            await(stopping.listener.close(), "closing " + address);
            await(connections.close(), "closing the connections of " + address);
            awaitNextSelect();
            notifyAll();
        }
    }

    /** Stops from a thread of its own, since stopping waits for the loop, and the loop cannot wait for itself. */
    private void beginToStop() {
        Thread stopping = new Thread(this::stop, "fakecached-stop");
        stopping.setDaemon(true);
        stopping.start();
    }

    /** Waits until the node is stopped; false if it still runs after that time. */
    public synchronized boolean awaitStop(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); running != null && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        return running == null;
    }

    public boolean isRunning() {
        return running != null;
    }

    /** Where the node listens or, if it is stopped, listened last. */
    public synchronized InetSocketAddress address() {
        return address;
    }

    /** Makes the node and its clock as new, but for open connections. */
    public void reset() {
        call(engine -> {
            clock.reset();
            engine.reset();
            return true;
        });
    }

    /** Calls the engine on the node's thread and waits for the result. */
    public <T extends @Nullable Object> T call(Function<Engine, T> task) {
        Running current = running;
        if (current == null) {
            throw new IllegalStateException("the fake at " + address() + " is stopped: restart() it first");
        }
        if (loop.inEventLoop()) {
            return task.apply(current.engine);
        }
        Callable<T> onLoop = () -> task.apply(current.engine);
        Future<T> result = loop.submit(onLoop);
        await(result, "a call to " + address());
        Throwable failure = result.cause();
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return result.getNow();
    }

    /** Java frees the port of a closed channel only when its selector selects next; what the loop schedules runs after that. */
    private void awaitNextSelect() {
        Promise<Boolean> selected = loop.newPromise();
        loop.execute(() -> loop.schedule(() -> selected.setSuccess(true), 0, TimeUnit.NANOSECONDS));
        await(selected, "freeing the port of " + address);
    }

    private static ServerTls tls(TlsSettings settings) {
        try {
            return new ServerTls(settings);
        } catch (BadCertificate e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void await(Future<?> future, String what) {
        try {
            if (!future.await(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(what + " was not done within " + TIME_LIMIT_SECONDS
                        + " s: is a thread named fakecached-... busy or blocked?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        }
    }
}
