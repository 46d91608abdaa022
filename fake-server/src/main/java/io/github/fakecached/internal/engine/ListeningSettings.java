package io.github.fakecached.internal.engine;

import java.net.InetSocketAddress;

/**
 * Where and how clients reach a server.
 *
 * @param address where to listen; port 0 for any free one
 * @param protocol which protocols it speaks
 * @param maxConnections how many connections may be open at once
 * @param idleTimeout seconds after which a connection without commands is closed; 0 for never
 * @param tls whether it is encrypted, and how
 */
public record ListeningSettings(
        InetSocketAddress address, ServedProtocol protocol, int maxConnections, int idleTimeout, TlsSettings tls) {}
