package io.github.fakecached;

import io.github.fakecached.internal.engine.ListenerSettings;
import io.github.fakecached.internal.engine.ListenerSettings.Encryption;
import io.github.fakecached.internal.engine.ListeningSettings;
import io.github.fakecached.internal.engine.ServedProtocol;
import io.github.fakecached.internal.engine.TlsSettings;
import io.github.fakecached.internal.engine.UnixSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those settings of a builder that say how clients reach the fake. */
final class ListenSettings {

    private InetAddress host = InetAddress.getLoopbackAddress();
    private int port;
    private List<Listener> listeners = List.of();
    private int udpPort = Listener.NO_UDP;
    private @Nullable Path unixSocket;
    private int unixMask = UnixSocket.DEFAULT_MASK;
    private int maxConnections = 1024;
    private int backlog = 1024;
    private int requestsPerEvent = 20;
    private int idleTimeout;
    private TlsSettings tls = TlsSettings.OFF;

    void port(int port) {
        this.port = Listener.checkedPort(port);
    }

    void host(String host) {
        try {
            this.host = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("cannot listen on " + host + ": no such host", e);
        }
    }

    void udpPort(int port) {
        this.udpPort = Listener.checkedPort(port);
    }

    void unixSocket(Path path) {
        this.unixSocket = path;
    }

    void unixMask(int mask) {
        require(mask >= 0 && mask <= 0777, "a mask is 0 to octal 777, not octal " + Integer.toOctalString(mask));
        this.unixMask = mask;
    }

    void listeners(List<Listener> listeners) {
        this.listeners = listeners;
    }

    void maxConnections(int connections) {
        require(connections >= 1, "at least 1 connection must be allowed, not " + connections);
        this.maxConnections = connections;
    }

    void backlog(int connections) {
        this.backlog = connections;
    }

    void requestsPerEvent(int requests) {
        require(requests >= 1, "the number of requests per event must be greater than 0, not " + requests);
        this.requestsPerEvent = requests;
    }

    void idleTimeout(Duration timeout) {
        long seconds = timeout.toSeconds();
        require(
                timeout.equals(Duration.ofSeconds(seconds)) && seconds >= 0 && seconds <= Integer.MAX_VALUE,
                "an idle timeout is 0 (none) to 2147483647 whole seconds, not " + timeout);
        this.idleTimeout = (int) seconds;
    }

    void tls(TlsSettings tls) {
        this.tls = tls;
    }

    /** Refuses what contradicts itself, or the way in which clients sign in. */
    void check(SignInSettings signIn) {
        require(
                udpPort == Listener.NO_UDP || !signIn.hasSasl(),
                "Cannot enable UDP while using binary SASL authentication: leave out udpPort");
        require(
                udpPort == Listener.NO_UDP || !signIn.hasTextUsers(),
                "Cannot use UDP with ascii authentication enabled: leave out udpPort");
        for (Listener listener : listeners) {
            require(
                    tls.enabled() || !listener.needsTls(),
                    "the encryption of " + listener + " is valid only when SSL is enabled: call tls() of the builder");
            signIn.check(listener);
        }
    }

    ListeningSettings settings(ServedProtocol protocol) {
        return new ListeningSettings(
                listenerSettings(protocol),
                unixSocket == null ? null : new UnixSocket(unixSocket, unixMask),
                protocol,
                maxConnections,
                backlog,
                requestsPerEvent,
                idleTimeout,
                tls);
    }

    private List<ListenerSettings> listenerSettings(ServedProtocol protocol) {
        if (listeners.isEmpty()) {
            return List.of(new ListenerSettings(
                    new InetSocketAddress(host, port),
                    Listener.udpAddress(host, udpPort),
                    protocol,
                    Encryption.AS_SERVER,
                    host.getHostAddress().intern())); // most fakes of a JVM have the same
        }
        return listeners.stream()
                .map(listener -> listener.settings(port, udpPort, protocol))
                .toList();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
