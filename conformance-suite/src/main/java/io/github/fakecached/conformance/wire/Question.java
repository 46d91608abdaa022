package io.github.fakecached.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.time.Duration;

/** Asks a server of which nothing is known yet, on a connection of its own. */
public final class Question {

    private Question() {}

    /**
     * Sends bytes and gives what arrives until it ends with some bytes, the server closes, or the time is up.
     *
     * @throws NoReply if the server cannot be connected to, or takes no bytes
     */
    public static Reply ask(InetSocketAddress address, String bytes, String end, Duration limit) {
        try (var connection = new TimedConnection(address, limit)) {
            connection.send(bytes.getBytes(ISO_8859_1));
            var received = connection.received();
            connection.awaitFor(() -> received.endsWith(end.getBytes(ISO_8859_1)), limit);
            boolean closed = connection.ended();
            return new Reply(received.takeAll(), closed);
        }
    }
}
