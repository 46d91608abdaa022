package io.github.fakecached.junit;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Makes clients of one type, so that tests can have them as parameters and fields. Name an implementation, with a public
 * constructor without parameters, in {@code META-INF/services/io.github.fakecached.junit.ClientFactory}, or give one to
 * {@link MemcachedExtensionBuilder#clientFactory}. A factory for spymemcached is built in; another one for the same type
 * takes its place.
 *
 * <pre>{@code
 * public final class FolsomFactory implements ClientFactory<AsciiMemcacheClient<String>> {
 *     public Class<?> clientType() { return AsciiMemcacheClient.class; }
 *
 *     public AsciiMemcacheClient<String> create(List<InetSocketAddress> servers) throws Exception {
 *         InetSocketAddress server = servers.get(0);
 *         var client = MemcacheClientBuilder.newStringClient()
 *                 .withAddress(server.getHostString(), server.getPort())
 *                 .connectAscii();
 *         client.awaitConnected(5, TimeUnit.SECONDS);
 *         return client;
 *     }
 *
 *     public boolean isUsable(AsciiMemcacheClient<String> client) { return client.isConnected(); }
 *
 *     public void close(AsciiMemcacheClient<String> client) { client.shutdown(); }
 * }
 * }</pre>
 *
 * <p>There is one client of a type for each fake, made when a test first asks for it. Implementations must be safe for use by
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
     * @param servers where to connect to; one address for each fake
     * @return a connected client
     * @throws Exception if it cannot be made or connected; the test fails with it
     */
    C create(List<InetSocketAddress> servers) throws Exception;

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
