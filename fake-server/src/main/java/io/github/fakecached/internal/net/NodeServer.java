package io.github.fakecached.internal.net;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.fault.Faults;
import io.github.fakecached.internal.engine.CertificateSource;
import io.github.fakecached.internal.engine.Endpoint;
import io.github.fakecached.internal.engine.Engine;
import io.github.fakecached.internal.engine.ListenerSettings;
import io.github.fakecached.internal.engine.ServerSettings;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.TlsSettings;
import io.github.fakecached.internal.engine.Transport;
import io.github.fakecached.internal.engine.UnixSocket;
import io.github.fakecached.internal.exchange.Recording;
import io.github.fakecached.internal.fault.FaultPlan;
import io.github.fakecached.internal.tls.BadCertificate;
import io.github.fakecached.internal.tls.ServerTls;
import io.github.fakecached.journal.Journal;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node: its engine, its listening sockets and its connections, all on one event loop, so that nothing on the way of a request
 * needs a lock. Calls from other threads hop onto that loop and wait for it, for a limited time.
 */
public final class NodeServer {

    private final ServerSettings settings;
    private final ControllableClock clock;
    private final EventLoop loop = SharedEventLoops.next();
    private final Recording journal;
    private final FaultPlan faults = new FaultPlan(this::listenUnlessRefused);
    private final Exchanges exchanges;
    private final @Nullable ServerTls tls;
    private List<InetSocketAddress> addresses;
    private List<InetSocketAddress> udpAddresses;
    private @Nullable Engine lastEngine;
    private volatile @Nullable Running running;

    private record Running(
            Listeners listeners,
            Connections connections,
            Engine engine,
            @Nullable IdleTimeout idleTimeout) {}

    /**
     * A node that does not listen yet.
     *
     * @param name what the journal calls it
     * @throws IllegalArgumentException if its certificates cannot be used
     */
    public NodeServer(String name, ServerSettings settings, ControllableClock clock) {
        this.journal = new Recording(name);
        this.settings = settings;
        this.clock = clock;
        this.exchanges = new Exchanges(journal, faults, clock);
        this.tls =
                settings.listening().tls().enabled() ? tls(settings.listening().tls()) : null;
        List<ListenerSettings> listeners =
                settings.listening().unixSocket() == null ? settings.listening().listeners() : List.of();
        this.addresses = listeners.stream().map(ListenerSettings::address).toList();
        this.udpAddresses = listeners.stream()
                .flatMap(listener -> Stream.ofNullable(listener.udpAddress()))
                .toList();
    }

    /** Binds the ports and accepts connections; the engine is a new one. */
    public synchronized void start() {
        start(new Engine(settings, clock, this::beginToStop, tls == null ? CertificateSource.NONE : tls));
    }

    /** The same with the items that the node had when it was stopped. */
    public synchronized void startWithItems() {
        Engine engine = lastEngine;
        if (engine == null) {
            start();
        } else {
            TimeLimit.await(loop.submit(engine::restartWithItems), "keeping the items of " + this);
            start(engine);
        }
    }

    private void start(Engine engine) {
        int idleSeconds = settings.listening().idleTimeout();
        IdleTimeout idleTimeout =
                idleSeconds == 0 ? null : new IdleTimeout(idleSeconds, loop, clock, engine.sessions());
        Listeners listeners = new Listeners(loop, settings.listening().backlog());
        Running starting = new Running(listeners, new Connections(loop, listeners), engine, idleTimeout);
        listenUnlessRefused(starting);
        Exposure.warn(addresses);
        Exposure.warn(udpAddresses);
        if (idleTimeout != null) {
            idleTimeout.start();
        }
        lastEngine = engine;
        running = starting;
        List<Endpoint> endpoints = endpoints();
        loop.execute(() -> engine.listensOn(endpoints));
    }

    /** Closes the ports, or opens them again, as faults want it. */
    private synchronized void listenUnlessRefused() {
        Running current = running;
        if (current != null) {
            listenUnlessRefused(current);
        }
    }

    private void listenUnlessRefused(Running node) {
        if (faults.refusesConnections()) {
            close(node.listeners);
        } else if (!node.listeners.areOpen()) {
            try {
                listen(node);
                loop.execute(node.connections::update);
            } catch (IllegalStateException e) {
                close(node.listeners);
                throw e;
            }
        }
    }

    private void close(Listeners listeners) {
        listeners.close();
        SharedEventLoops.awaitSelect(loop);
    }

    /** All sockets that listen; those for UDP are one for each thread of memcached's. */
    private List<Endpoint> endpoints() {
        UnixSocket unixSocket = settings.listening().unixSocket();
        if (unixSocket != null) {
            return List.of(new Endpoint(Transport.LOCAL, unixSocket.path().toString(), 0));
        }
        int threads = settings.listening().threadsPerUdp(settings.statistics().threads());
        List<Endpoint> endpoints = new ArrayList<>();
        addresses.forEach(address -> endpoints.add(Addresses.endpoint(Transport.TCP, address)));
        udpAddresses.forEach(
                address -> endpoints.addAll(Collections.nCopies(threads, Addresses.endpoint(Transport.UDP, address))));
        return List.copyOf(endpoints);
    }

    private void listen(Running node) {
        UnixSocket unixSocket = settings.listening().unixSocket();
        if (unixSocket != null) {
            ListenerSettings listener = settings.listening().listeners().get(0);
            node.listeners.acceptAt(unixSocket, pipeline(Transport.LOCAL, listener, node));
            return;
        }
        List<InetSocketAddress> real = new ArrayList<>();
        List<InetSocketAddress> realForUdp = new ArrayList<>();
        for (ListenerSettings listener : settings.listening().listeners()) {
            Pipeline pipeline = pipeline(Transport.TCP, listener, node);
            real.add(node.listeners.acceptAt(addresses.get(real.size()), pipeline));
            if (listener.udpAddress() != null) {
                InetSocketAddress address = udpAddresses.get(realForUdp.size());
                Endpoint here = Addresses.endpoint(Transport.UDP, address);
                realForUdp.add(node.listeners.receiveAt(
                        address,
                        new DatagramServer(
                                pipeline,
                                node.engine.sessions(),
                                new Session(exchanges.nextConnection(), here, here),
                                node.connections)));
            }
        }
        addresses = List.copyOf(real);
        udpAddresses = List.copyOf(realForUdp);
    }

    private Pipeline pipeline(Transport transport, ListenerSettings listener, Running node) {
        return new Pipeline(
                settings, transport, listener, node.engine, node.idleTimeout, tls, node.connections, exchanges);
    }

    /** Closes the ports and all connections; does nothing if that is done. */
    public void stop() {
        stop(false);
    }

    /** The same, but the connections are reset. */
    public void kill() {
        stop(true);
    }

    private synchronized void stop(boolean reset) {
        Running stopping = running;
        if (stopping != null) {
            running = null;
            if (stopping.idleTimeout != null) {
                stopping.idleTimeout.stop();
            }
            stopping.listeners.close();
            TimeLimit.await(stopping.connections.close(reset), "closing the connections of " + this);
            SharedEventLoops.awaitSelect(loop);
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

    /** Where the node listens first or, if it is stopped, listened last. */
    public InetSocketAddress address() {
        List<InetSocketAddress> all = addresses();
        if (all.isEmpty()) {
            throw new IllegalStateException(this + " listens on no port: connect to unixSocket()");
        }
        return all.get(0);
    }

    /** Where the node listens or, if it is stopped, listened last. */
    public synchronized List<InetSocketAddress> addresses() {
        return addresses;
    }

    /** Where the node receives datagrams or, if it is stopped, received them last; nowhere without UDP. */
    public synchronized List<InetSocketAddress> udpAddresses() {
        return udpAddresses;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What clients asked, and what they were answered. */
    public Journal journal() {
        return journal;
    }

    /** Makes the node and its clock as new, but for open connections. What faults held back is served before. */
    public void reset() {
        if (faults.reset()) {
            // who was on its way to a fault when that was cleared is behind this in the queue, and before the reset
            onLoop(node -> true);
        }
        onLoop(node -> {
            clock.reset();
            node.engine.reset();
            journal.clear();
            return true;
        });
    }

    /** Calls the engine on the node's thread and waits for the result. */
    public <T extends @Nullable Object> T call(Function<Engine, T> task) {
        return onLoop(current -> task.apply(current.engine));
    }

    /** Changes what keeps the node from serving its connections, between what has come over them and what comes then. */
    public void change(Consumer<Connections> change) {
        dealWithWhatHasCome();
        onLoop(current -> {
            change.accept(current.connections);
            return true;
        });
        dealWithWhatHasCome();
    }

    private void dealWithWhatHasCome() {
        if (!loop.inEventLoop()) {
            SharedEventLoops.awaitSelect(loop); // accepts new connections
            SharedEventLoops.awaitSelect(loop); // reads from all
        }
    }

    public boolean isPaused() {
        Running current = running;
        return current != null && current.connections.isPaused();
    }

    public boolean isPartitioned() {
        Running current = running;
        return current != null && current.connections.isPartitioned();
    }

    private <T extends @Nullable Object> T onLoop(Function<Running, T> task) {
        Running current = running();
        if (loop.inEventLoop()) {
            return task.apply(current);
        }
        Callable<T> onLoop = () -> task.apply(current);
        Future<T> result = loop.submit(onLoop);
        TimeLimit.await(result, "a call to " + this);
        Throwable failure = result.cause();
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return result.getNow();
    }

    private Running running() {
        Running current = running;
        if (current == null) {
            throw new IllegalStateException(this + " is stopped: restart() it first");
        }
        return current;
    }

    /** Where it listens, for messages. */
    @Override
    public String toString() {
        UnixSocket unixSocket = settings.listening().unixSocket();
        return "the fake at " + (unixSocket == null ? address() : unixSocket.path());
    }

    private static ServerTls tls(TlsSettings settings) {
        try {
            return new ServerTls(settings);
        } catch (BadCertificate e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
