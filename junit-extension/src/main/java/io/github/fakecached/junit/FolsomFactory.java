package io.github.fakecached.junit;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.BinaryMemcacheClient;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.client.tls.DefaultSSLEngineFactory;
import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ConnectionSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes folsom clients for strings, with that library's own defaults; one factory for each type that folsom has for them. The
 * only class that knows folsom, which may be missing.
 */
final class FolsomFactory implements ClientFactory<MemcacheClient<String>> {

    private static final long TIME_LIMIT_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 1000;

    private final Class<?> clientType;

    private FolsomFactory(Class<?> clientType) {
        this.clientType = clientType;
    }

    /** For the type that leaves the protocol open. */
    static FolsomFactory ofEither() {
        return new FolsomFactory(MemcacheClient.class);
    }

    static FolsomFactory ofText() {
        return new FolsomFactory(AsciiMemcacheClient.class);
    }

    static FolsomFactory ofBinary() {
        return new FolsomFactory(BinaryMemcacheClient.class);
    }

    @Override
    public Class<?> clientType() {
        return clientType;
    }

    @Override
    public MemcacheClient<String> create(List<InetSocketAddress> servers) throws Exception {
        return create(ConnectionSettings.of(servers));
    }

    @Override
    public MemcacheClient<String> create(ConnectionSettings settings) throws Exception {
        boolean binary = clientType == BinaryMemcacheClient.class
                || (clientType == MemcacheClient.class && settings.protocol() == BindingProtocol.BINARY);
        BindingProtocol other = binary ? BindingProtocol.ASCII : BindingProtocol.BINARY;
        Unable.refuse(
                settings.protocol() == other,
                "the fake serves " + other + " only: take a " + MemcacheClient.class.getName()
                        + ", which speaks what is served");
        MemcacheClientBuilder<String> builder = MemcacheClientBuilder.newStringClient();
        settings.servers().forEach(server -> builder.withAddress(server.getHostString(), server.getPort()));
        settings.tls().ifPresent(tls -> builder.withSSLEngineFactory(new DefaultSSLEngineFactory(tls, true)));
        settings.user()
                .ifPresent(user -> builder.withUsernamePassword(user.getUserName(), new String(user.getPassword())));
        MemcacheClient<String> client = binary ? builder.connectBinary() : builder.connectAscii();
        try {
            client.awaitFullyConnected(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | RuntimeException e) {
            client.shutdown();
            throw e;
        }
        return client;
    }

    /** Asks for statistics, which change nothing. The reply comes after those to all commands before. */
    @Override
    public boolean isUsable(MemcacheClient<String> client) {
        try {
            return client.numActiveConnections() == client.numTotalConnections()
                    && !client.getStats("")
                            .toCompletableFuture()
                            .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                            .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close(MemcacheClient<String> client) {
        client.shutdown();
    }
}
