package io.github.fakecached.internal.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where and how clients reach a server.
 *
 * @param listeners where to listen; at least one
 * @param unixSocket where to listen instead; null for none
 * @param protocol which protocols it speaks, where a listener says nothing else
 * @param maxConnections how many connections may be open at once
 * @param backlog how many connections may wait to be accepted
 * @param requestsPerEvent after how many requests of one connection the others have their turn in memcached
 * @param idleTimeout seconds after which a connection without commands is closed; 0 for never
 * @param tls whether it is encrypted, and how
 */
public record ListeningSettings(
        List<ListenerSettings> listeners,
        @Nullable UnixSocket unixSocket,
        ServedProtocol protocol,
        int maxConnections,
        int backlog,
        int requestsPerEvent,
        int idleTimeout,
        TlsSettings tls) {

    /** How many connections the listening sockets are to memcached. */
    int sockets(int threads) {
        if (unixSocket != null) {
            return 1;
        }
        int forUdp = listeners.get(0).udpAddress() == null ? 0 : threadsPerUdp(threads);
        return listeners.size() * (1 + forUdp);
    }

    /** How many of its threads memcached lets listen at a port for UDP. */
    public int threadsPerUdp(int threads) {
        return listeners.size() > 1 ? 1 : threads;
    }

    /** The listeners as one option of a command line has them. */
    String inter() {
        if (unixSocket != null) {
            return "NULL";
        }
        return listeners.stream().map(ListenerSettings::text).collect(Collectors.joining(","));
    }
}
