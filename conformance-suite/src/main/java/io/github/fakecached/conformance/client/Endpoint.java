package io.github.fakecached.conformance.client;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * All that a client has to know to be connected. Immutable.
 *
 * <pre>{@code
 * protected ClientUnderTest connect(Endpoint endpoint) throws IOException {
 *     return new MyClientUnderTest(new MyClient(endpoint.host(), endpoint.port(), endpoint.timeout()));
 * }
 * }</pre>
 *
 * @param address where the server is; not resolved from a name
 * @param timeout how long an operation, and connecting, may take at most before the client reports a failure
 * @param user who to sign in as, if that has to be done
 * @param tls what trusts the server's certificate, or ought not to, if it speaks TLS
 */
public record Endpoint(
        InetSocketAddress address, Duration timeout, Optional<PasswordAuthentication> user, Optional<SSLContext> tls) {

    /**
     * The server's address as a number.
     *
     * @return an IP address such as {@code 127.0.0.1}
     */
    public String host() {
        return address.getAddress().getHostAddress();
    }

    /**
     * The server's port.
     *
     * @return 1 to 65535
     */
    public int port() {
        return address.getPort();
    }
}
