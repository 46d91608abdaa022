package io.github.fakecached.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Sends datagrams to one server and receives what it sends back, each wait with a limit. Knows nothing of what is in them. */
public final class DatagramClient implements AutoCloseable {

    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;

    private DatagramClient(DatagramSocket socket) {
        this.socket = socket;
    }

    /** A client of the server at this address. */
    public static DatagramClient of(InetSocketAddress server, Duration limit) {
        try {
            var socket = new DatagramSocket();
            socket.connect(server);
            socket.setSoTimeout((int) limit.toMillis());
            return new DatagramClient(socket);
        } catch (IOException e) {
            throw new NoReply("cannot send datagrams to " + server + ": " + e.getMessage(), e);
        }
    }

    /** Sends a request. */
    public void send(Datagram request) {
        send(request.bytes());
    }

    /** Sends a datagram of these bytes, with a head or without. */
    public void send(String bytes) {
        try {
            socket.send(new DatagramPacket(bytes.getBytes(ISO_8859_1), bytes.length()));
        } catch (IOException e) {
            throw new NoReply("cannot send a datagram: " + e.getMessage(), e);
        }
    }

    /** Waits for the next datagram. */
    public Datagram receive() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            throw new NoReply("no datagram has come", e);
        } catch (IOException e) {
            throw new NoReply("cannot receive a datagram: " + e.getMessage(), e);
        }
        return Datagram.of(new String(packet.getData(), 0, packet.getLength(), ISO_8859_1));
    }

    @Override
    public void close() {
        socket.close();
    }
}
