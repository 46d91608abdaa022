package io.github.fakecached.conformance.liar;

import io.github.fakecached.conformance.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands in front of an honest server, and lies about its replies. */
public final class LyingServer implements AutoCloseable {

    private final LoopbackServer server;

    private LyingServer(Replies replies, Connector connector) {
        server = new LoopbackServer("lying server", client -> {
            try (client) {
                new LyingConnection(client, connector.connect(), replies).serve();
            }
        });
    }

    /** Passes on everything else. */
    public static LyingServer inFrontOf(InetSocketAddress honest, Replies replies) {
        return new LyingServer(replies, () -> new Socket(honest.getAddress(), honest.getPort()));
    }

    /** The same in front of a server that speaks TLS, which clients of this one do not. */
    public static LyingServer inFrontOf(InetSocketAddress honest, Replies replies, SSLContext encrypted) {
        return new LyingServer(replies, () -> {
            var socket = (SSLSocket) encrypted.getSocketFactory().createSocket(honest.getAddress(), honest.getPort());
            socket.startHandshake();
            return socket;
        });
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Connects to the honest server. */
    @FunctionalInterface
    private interface Connector {
        Socket connect() throws IOException;
    }
}
