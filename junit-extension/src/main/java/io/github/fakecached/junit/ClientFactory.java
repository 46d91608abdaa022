package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Makes clients of one type, so that tests can have them as parameters and fields. Name an implementation, with a public
 * constructor without parameters, in {@code META-INF/services/io.github.fakecached.junit.ClientFactory}, or give one to
 * {@link MemcachedExtensionBuilder#clientFactory}. Factories for spymemcached, xmemcached and folsom are built in; another one
 * for the same type takes the place of theirs.
 *
 * <pre>{@code
 * public final class FolsomBytesFactory implements ClientFactory<AsciiMemcacheClient<byte[]>> {
 *     public Class<?> clientType() { return AsciiMemcacheClient.class; }
 *
 *     public AsciiMemcacheClient<byte[]> create(List<InetSocketAddress> servers) throws Exception {
 *         InetSocketAddress server = servers.get(0);
 *         var client = MemcacheClientBuilder.newByteArrayClient()
 *                 .withAddress(server.getHostString(), server.getPort())
 *                 .connectAscii();
 *         client.awaitConnected(5, TimeUnit.SECONDS);
 *         return client;
 *     }
 *
 *     public boolean isUsable(AsciiMemcacheClient<byte[]> client) { return client.isConnected(); }
 *
 *     public void close(AsciiMemcacheClient<byte[]> client) { client.shutdown(); }
 * }
 * }</pre>
 *
 * <p>There is one client of a type for each fake, or for all nodes of a {@link io.github.fakecached.FakeCluster}, made when a test first asks for it. Implementations must be safe for use by
 * several threads, and must not wait without a limit.
 *
 * @param <C> what the factory makes
 */
public interface ClientFactory<C> {

    /**
     * The type of parameters and fields that this factory is for. They must have exactly this type.
     *
     * @return a class or an interface that the clients are instances of
     */
    Class<?> clientType();

    /**
     * Makes a client and connects it, so that the first command of a test need not wait.
     *
     * @param servers where to connect to; one address for each node
     * @return a connected client
     * @throws Exception if it cannot be made or connected; the test fails with it
     */
    C create(List<InetSocketAddress> servers) throws Exception;

    /**
     * Makes a client that speaks the protocol that is served, signs in and encrypts where that is wanted, and connects it. This
     * is the method that the extension calls.
     *
     * @param settings where and how to connect
     * @return a connected client; if not implemented, one that knows the addresses alone
     * @throws Exception if it cannot be made or connected; the test fails with it
     */
    default C create(ConnectionSettings settings) throws Exception {
        return create(settings.servers());
    }

    /**
     * Whether a client that a test has used will serve the next one. One that will not is closed, and another made. It is best
     * to find out by a round trip to the server, for then no command of the last test is under way when the next begins.
     *
     * @param client a client this factory has made; a test may have closed it
     * @return true, if not implemented
     */
    default boolean isUsable(C client) {
        return true;
    }

    /**
     * Closes a client.
     *
     * @param client a client this factory has made; a test may have closed it
     * @throws Exception if that fails; it is reported with the test or class that used the client
     */
    void close(C client) throws Exception;
}
