package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A socket that sends datagrams and gives back those that came, header and all. Interprets nothing. */
final class UdpConversation implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 5_000;
    private static final int HEADER = 8;
    private static final int ID = 0x1234;
    private static final int SENTINEL = 0xbeef;

    private final DatagramSocket socket = new DatagramSocket();

    UdpConversation(InetSocketAddress address) throws IOException {
        socket.connect(address);
        socket.setSoTimeout(TIME_LIMIT_MILLIS);
    }

    /** Sends a request, and gives all that is answered to it: each datagram as its number/how many they are, and its text. */
    List<String> say(String request) throws IOException {
        return say(request.getBytes(ISO_8859_1));
    }

    List<String> say(byte[] request) throws IOException {
        return sayRaw(datagram(ID, 0, 1, request));
    }

    /** The same for a datagram that brings its own header, or none. */
    List<String> sayRaw(byte[] datagram) throws IOException {
        send(datagram);
        send(datagram(SENTINEL, 0, 1, "mn\r\n".getBytes(ISO_8859_1)));
        List<String> replies = new ArrayList<>();
        while (true) {
            ByteBuffer reply = receive();
            int id = Short.toUnsignedInt(reply.getShort());
            if (id == SENTINEL) {
                return replies;
            }
            if (id != ID) {
                throw new IOException("an answer to request " + id);
            }
            replies.add(reply.getShort() + "/" + reply.getShort() + " " + text(reply));
        }
    }

    static byte[] datagram(int id, int sequence, int total, byte[] data) {
        return ByteBuffer.allocate(HEADER + data.length)
                .putShort((short) id)
                .putShort((short) sequence)
                .putShort((short) total)
                .putShort((short) 0)
                .put(data)
                .array();
    }

    void send(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length));
    }

    private ByteBuffer receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        socket.receive(packet);
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    }

    private static String text(ByteBuffer reply) throws IOException {
        if (reply.getShort() != 0) {
            throw new IOException("the reserved bytes are not 0");
        }
        return ISO_8859_1.decode(reply).toString();
    }

    @Override
    public void close() {
        socket.close();
    }
}
