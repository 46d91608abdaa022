package io.github.fakecached.conformance.fault;

import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.MemcacheStatus;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.ConnectionObserver;
import net.spy.memcached.FailureMode;
import net.spy.memcached.MemcachedClient;

/**
 * The clients that meet the faults, each with a protocol. No library of the JVM speaks meta commands: there it is a bare socket.
 */
enum ClientKind {
    SPYMEMCACHED_TEXT("spymemcached, text", (server, atMost) -> spymemcached(server, Protocol.TEXT, atMost)),
    SPYMEMCACHED_BINARY("spymemcached, binary", (server, atMost) -> spymemcached(server, Protocol.BINARY, atMost)),
    XMEMCACHED_TEXT("xmemcached, text", (server, atMost) -> xmemcached(server, new TextCommandFactory(), atMost)),
    XMEMCACHED_BINARY("xmemcached, binary", (server, atMost) -> xmemcached(server, new BinaryCommandFactory(), atMost)),
    FOLSOM_TEXT("folsom, text", (server, atMost) -> folsom(server, MemcacheClientBuilder::connectAscii, atMost)),
    FOLSOM_BINARY("folsom, binary", (server, atMost) -> folsom(server, MemcacheClientBuilder::connectBinary, atMost)),
    SOCKET_META("socket, meta", (server, atMost) -> new MetaSocket(server));

    private interface Connector {
        ConnectedClient connect(InetSocketAddress server, Duration atMost) throws Exception;
    }

    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger LOGGER = Logger.getLogger("net.spy.memcached");

    final String title;

    /** Whether the client takes itself for connected before it has heard anything. */
    final boolean connectsWhenAccepted;

    private final Connector connector;

    ClientKind(String title, Connector connector) {
        this.title = title;
        this.connectsWhenAccepted = !title.startsWith("folsom");
        this.connector = connector;
    }

    /**
     * A client that is connected, or tries to be.
     *
     * @param atMost how long to wait for the connection
     */
    ConnectedClient connect(InetSocketAddress server, Duration atMost) throws Exception {
        return connector.connect(server, atMost);
    }

    /** With operations ended with their connection; by default it would send them again over a new one, a second later. */
    private static ConnectedClient spymemcached(InetSocketAddress server, Protocol protocol, Duration connecting)
            throws Exception {
        System.setProperty("net.spy.log.LoggerImpl", "net.spy.memcached.compat.log.SunLogger");
        LOGGER.setLevel(Level.OFF);
        CountDownLatch connected = new CountDownLatch(1);
        MemcachedClient client = new MemcachedClient(
                new ConnectionFactoryBuilder()
                        .setProtocol(protocol)
                        .setFailureMode(FailureMode.Cancel)
                        .setDaemon(true)
                        .setInitialObservers(List.of(new ConnectionObserver() {
                            @Override
                            public void connectionEstablished(SocketAddress at, int reconnects) {
                                connected.countDown();
                            }

                            @Override
                            public void connectionLost(SocketAddress at) {}
                        }))
                        .build(),
                List.of(server));
        connected.await(connecting.toMillis(), TimeUnit.MILLISECONDS);
        return new ConnectedClient() {
            @Override
            public Object fetch(String key, Duration atMost) throws Exception {
                return client.asyncGet(key).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public Object store(String key, String value, Duration atMost) throws Exception {
                return client.set(key, 0, value).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public void close() {
                client.shutdown();
            }
        };
    }

    private static ConnectedClient xmemcached(InetSocketAddress server, CommandFactory commands, Duration connecting)
            throws Exception {
        var builder = new XMemcachedClientBuilder(List.of(server));
        builder.setCommandFactory(commands);
        builder.setConnectTimeout(connecting.toMillis());
        builder.setEnableHealSession(false);
        var client = builder.build();
        return new ConnectedClient() {
            @Override
            public Object fetch(String key, Duration atMost) throws Exception {
                return client.get(key, atMost.toMillis());
            }

            @Override
            public Object store(String key, String value, Duration atMost) throws Exception {
                return client.set(key, 0, value, atMost.toMillis());
            }

            @Override
            public void close() throws Exception {
                client.shutdown();
            }
        };
    }

    private static ConnectedClient folsom(
            InetSocketAddress server,
            Function<MemcacheClientBuilder<String>, ? extends MemcacheClient<String>> connector,
            Duration connecting)
            throws Exception {
        MemcacheClient<String> client = connector.apply(
                MemcacheClientBuilder.newStringClient().withAddress(server.getHostString(), server.getPort()));
        try {
            client.awaitConnected(connecting.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            client.shutdown();
            throw e;
        }
        return new ConnectedClient() {
            @Override
            public Object fetch(String key, Duration atMost) throws Exception {
                return client.get(key).toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public Object store(String key, String value, Duration atMost) throws Exception {
                MemcacheStatus status =
                        client.set(key, value, 0).toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
                return status == MemcacheStatus.OK ? true : status;
            }

            @Override
            public void close() {
                client.shutdown();
            }
        };
    }
}
