package io.github.fakecached.junit;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a {@link Published} property tells where to connect to. Addresses of IPv6 stand in brackets.
 *
 * <pre>{@code
 * @MemcachedTest(publish = @Published(value = "MEMCACHED_SERVERS", form = AddressForm.HOST_PORT_WEIGHT))
 * class ShopConfigurationTest {
 *     @Test
 *     void connectsToTheConfiguredServers() { ... }
 * }
 * }</pre>
 */
public enum AddressForm {
    /** {@code 127.0.0.1:11211}; several with commas between them. */
    HOST_PORT,
    /**
     * {@code 127.0.0.1:11211:1}, the last number being the weight of the server, which is 1; several with commas between them. As
     * variables named {@code MEMCACHED_SERVERS} often have it.
     */
    HOST_PORT_WEIGHT,
    /** {@code 127.0.0.1}; several with commas between them. */
    HOST,
    /** {@code 11211}; several with commas between them. */
    PORT;

    String of(List<InetSocketAddress> addresses) {
        return addresses.stream().map(this::of).collect(Collectors.joining(","));
    }

    private String of(InetSocketAddress address) {
        String host = address.getHostString();
        String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return switch (this) {
            case HOST_PORT -> bracketed + ":" + address.getPort();
            case HOST_PORT_WEIGHT -> bracketed + ":" + address.getPort() + ":1";
            case HOST -> bracketed;
            case PORT -> Integer.toString(address.getPort());
        };
    }
}
