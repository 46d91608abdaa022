package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ConnectionSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.ConnectionObserver;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.MemcachedNode;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.auth.PlainCallbackHandler;
import net.spy.memcached.ops.OperationCallback;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.protocol.ascii.AsciiOperationFactory;
import net.spy.memcached.protocol.binary.BinaryMemcachedNodeImpl;
import net.spy.memcached.protocol.binary.BinaryOperationFactory;

/** Makes spymemcached clients with that library's own defaults. The only class that knows spymemcached, which may be missing. */
final class SpymemcachedFactory implements ClientFactory<MemcachedClient> {

    private static final long TIME_LIMIT_SECONDS = 5;
    private static final int PATIENCE_MILLIS = 1000;
    private static final OperationFactory TEXT = new AsciiOperationFactory();
    private static final OperationFactory BINARY = new BinaryOperationFactory();
    private static final String LOGGER_SETTING = "net.spy.log.LoggerImpl";

    /** A field, since java.util.logging forgets the levels of loggers that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger("net.spy.memcached");

    @Override
    public Class<?> clientType() {
        return MemcachedClient.class;
    }

    @Override
    public MemcachedClient create(List<InetSocketAddress> servers) throws IOException, InterruptedException {
        return create(ConnectionSettings.of(servers));
    }

    @Override
    public MemcachedClient create(ConnectionSettings settings) throws IOException, InterruptedException {
        Unable.toSpeakTls("spymemcached", settings);
        Unable.toSignInByText("spymemcached", settings);
        logErrorsOnly();
        CountDownLatch connections = new CountDownLatch(settings.servers().size());
        ConnectionFactoryBuilder factory = new ConnectionFactoryBuilder()
                .setDaemon(true)
                .setInitialObservers(List.of(countingDown(connections)))
                .setProtocol(settings.protocol() == BindingProtocol.BINARY ? Protocol.BINARY : Protocol.TEXT);
        settings.user().ifPresent(user -> factory.setAuthDescriptor(plain(user)));
        MemcachedClient client = new MemcachedClient(factory.build(), settings.servers());
        if (!connections.await(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            close(client);
            throw new IOException("no connection within " + TIME_LIMIT_SECONDS + " s");
        }
        if (settings.user().isPresent() && !isUsable(client)) {
            close(client);
            throw new IOException("not signed in as " + settings.user().get().getUserName());
        }
        return client;
    }

    /**
     * Asks for the version. The reply comes after those to all commands before. Gives up as soon as the connection is lost: the
     * client would make another, but only after seconds.
     */
    @Override
    public boolean isUsable(MemcachedClient client) {
        try {
            CountDownLatch replies =
                    client.broadcastOp((node, latch) -> commandsOf(node).version(countingDownWith(latch)));
            for (int i = 0; i < PATIENCE_MILLIS && isConnected(client); i++) {
                if (replies.await(1, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (IllegalStateException e) {
            return false; // it was shut down
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its thread may die of an assertion when it finds the socket closed, which Java would print. */
    @Override
    public void close(MemcachedClient client) {
        client.getConnection().setUncaughtExceptionHandler((thread, death) -> {});
        client.shutdown();
    }

    /** spymemcached prints each connection to System.err, unless it is told another logger before its first. */
    private static void logErrorsOnly() {
        if (System.getProperty(LOGGER_SETTING) == null) {
            System.setProperty(LOGGER_SETTING, "net.spy.memcached.compat.log.SunLogger");
        }
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.SEVERE);
        }
    }

    private static OperationFactory commandsOf(MemcachedNode node) {
        return node instanceof BinaryMemcachedNodeImpl ? BINARY : TEXT;
    }

    private static AuthDescriptor plain(PasswordAuthentication user) {
        return new AuthDescriptor(
                new String[] {"PLAIN"}, new PlainCallbackHandler(user.getUserName(), new String(user.getPassword())));
    }

    private static boolean isConnected(MemcachedClient client) {
        return client.getNodeLocator().getAll().stream().allMatch(MemcachedNode::isActive);
    }

    /** Counts successes only: an operation is also completed when it is cancelled because the connection is lost. */
    private static OperationCallback countingDownWith(CountDownLatch latch) {
        return new OperationCallback() {
            @Override
            public void receivedStatus(OperationStatus status) {
                if (status.isSuccess()) {
                    latch.countDown();
                }
            }

            @Override
            public void complete() {}
        };
    }

    private static ConnectionObserver countingDown(CountDownLatch connections) {
        return new ConnectionObserver() {
            @Override
            public void connectionEstablished(SocketAddress address, int reconnectCount) {
                connections.countDown();
            }

            @Override
            public void connectionLost(SocketAddress address) {}
        };
    }
}
