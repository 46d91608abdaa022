package io.github.fakecached.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A connection that sends only what it is told to: for servers that refuse what {@link RawText} asks of each. It cannot tell
 * where a reply ends, so whoever uses it says how long it is.
 */
public final class BareConnection implements AutoCloseable {

    private final TimedConnection connection;

    private BareConnection(TimedConnection connection) {
        this.connection = connection;
    }

    /** Connects, with a time limit for each wait, and says nothing. */
    public static BareConnection connect(InetSocketAddress address, Duration limit) {
        return new BareConnection(new TimedConnection(address, limit));
    }

    /** Sends these bytes. */
    public void send(String bytes) {
        connection.send(bytes.getBytes(ISO_8859_1));
    }

    /** Waits for the end of a line, or for the server to close the connection; gives what has come. */
    public String receiveLine() {
        return receiveUntil("\n");
    }

    /** Waits for what ends in this, or for the server to close the connection; gives what has come. */
    public String receiveUntil(String end) {
        connection.await(() -> connection.received().endsWith(end.getBytes(ISO_8859_1)));
        return connection.received().takeAll();
    }

    /** Waits for a whole message of the binary protocol, or for the server to close the connection; gives what has come. */
    public String receiveMessage() {
        connection.await(() -> BinaryMessage.isWhole(connection.received().peek()));
        return connection.received().takeAll();
    }

    /** Waits for the server to close the connection; gives what came before. */
    public String receiveToEnd() {
        connection.await(() -> false);
        return connection.received().takeAll();
    }

    /** Whether the server closes the connection within this time; what comes meanwhile stays to be received. */
    public boolean closesWithin(Duration time) {
        connection.listen(time);
        return connection.ended();
    }

    /** Whether the server has closed the connection. */
    public boolean closed() {
        return connection.ended();
    }

    @Override
    public void close() {
        connection.close();
    }
}
