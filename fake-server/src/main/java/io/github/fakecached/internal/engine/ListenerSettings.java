package io.github.fakecached.internal.engine;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One of the addresses at which clients reach a server.
 *
 * @param address where to listen; port 0 for any free one
 * @param udpAddress where to receive datagrams; null for no UDP
 * @param protocol which protocols it speaks there
 * @param encryption whether it speaks TLS there
 * @param text how a command line has it
 */
public record ListenerSettings(
        InetSocketAddress address,
        @Nullable InetSocketAddress udpAddress,
        ServedProtocol protocol,
        Encryption encryption,
        String text) {

    /** Whether a listener of a server that has TLS speaks it, and what is wanted of certificates of clients. */
    public enum Encryption {
        AS_SERVER,
        NONE,
        WITHOUT_CLIENT_CERTIFICATE,
        WITH_CLIENT_CERTIFICATE
    }
}
