package io.github.fakecached;

import io.github.fakecached.internal.engine.ListenerSettings;
import io.github.fakecached.internal.engine.ServedProtocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of several addresses at which a fake listens, as memcached's option {@code -l} names them. Not for use by several threads
 * at once.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .listeners(Listener.on("127.0.0.1"), Listener.on("127.0.0.1", 0).protocol(BindingProtocol.BINARY))
 *         .start();
 * List<InetSocketAddress> both = memcached.addresses();
 * }</pre>
 */
public final class Listener {

    /** Where a builder has no port for UDP. */
    static final int NO_UDP = -1;

    private static final int PORT_OF_BUILDER = -1;

    private final InetAddress host;
    private final String hostText;
    private final int port;
    private @Nullable BindingProtocol protocol;
    private ListenerEncryption encryption = ListenerEncryption.AS_SERVER;

    private Listener(String host, int port) {
        this.hostText = host;
        this.port = port;
        try {
            this.host = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("cannot listen on " + host + ": no such host", e);
        }
    }

    /**
     * An address with the {@linkplain FakeMemcachedBuilder#port port of the builder}.
     *
     * @param host a name or an address of this machine
     * @return a listener that serves what the fake serves otherwise
     * @throws IllegalArgumentException if the name cannot be resolved
     */
    public static Listener on(String host) {
        return new Listener(host, PORT_OF_BUILDER);
    }

    /**
     * An address with a port.
     *
     * @param host a name or an address of this machine
     * @param port 1 to 65535, or 0 for any free one
     * @return a listener that serves what the fake serves otherwise
     * @throws IllegalArgumentException if the name cannot be resolved, or it is no port
     */
    public static Listener on(String host, int port) {
        return new Listener(host, checkedPort(port));
    }

    /**
     * The protocols to serve here, as memcached's prefix {@code proto[...]:}.
     *
     * @param protocol as the fake otherwise, by default
     * @return this
     */
    public Listener protocol(BindingProtocol protocol) {
        this.protocol = Objects.requireNonNull(protocol, "protocol");
        return this;
    }

    /**
     * Whether to speak TLS here. Needs a fake that {@linkplain FakeMemcachedBuilder#tls serves it}.
     *
     * @param encryption as the fake otherwise, by default
     * @return this
     */
    public Listener encryption(ListenerEncryption encryption) {
        this.encryption = Objects.requireNonNull(encryption, "encryption");
        return this;
    }

    boolean needsTls() {
        return encryption != ListenerEncryption.AS_SERVER;
    }

    @Nullable
    BindingProtocol protocol() {
        return protocol;
    }

    ListenerSettings settings(int portOfBuilder, int udpPort, ServedProtocol protocolOfServer) {
        return new ListenerSettings(
                new InetSocketAddress(host, port == PORT_OF_BUILDER ? portOfBuilder : port),
                udpAddress(host, udpPort == NO_UDP || port == PORT_OF_BUILDER ? udpPort : port),
                protocol == null ? protocolOfServer : protocol.served(),
                encryption.encryption(),
                text());
    }

    /** A number that is a port; 0 is any free one. */
    static int checkedPort(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 (any free one) to 65535, not " + port);
        }
        return port;
    }

    /** Where to receive datagrams. A port that stands with an address is that for UDP too. */
    static @Nullable InetSocketAddress udpAddress(InetAddress host, int port) {
        return port == NO_UDP ? null : new InetSocketAddress(host, port);
    }

    private String text() {
        String name = protocol == BindingProtocol.AUTO ? "negotiating" : String.valueOf(protocol);
        return encryption.prefix()
                + (protocol == null ? "" : "proto[" + name.toLowerCase(Locale.ROOT) + "]:")
                + hostText
                + (port == PORT_OF_BUILDER ? "" : ":" + port);
    }

    @Override
    public String toString() {
        return text();
    }
}
