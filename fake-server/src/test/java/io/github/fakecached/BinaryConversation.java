package io.github.fakecached;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A socket that sends binary requests and gives back what came, byte for byte. Interprets nothing but its own last no-op. */
final class BinaryConversation implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 5_000;
    private static final int HEADER = 24;
    private static final int NOOP = 0x0a;
    private static final int SENTINEL = 0xfeedface;
    private static final byte[] SENTINEL_REPLY = ByteBuffer.allocate(HEADER)
            .putShort((short) (0x8100 | NOOP))
            .putInt(12, SENTINEL)
            .array();

    private final Socket socket = new Socket();

    BinaryConversation(InetSocketAddress address) throws IOException {
        socket.connect(address, TIME_LIMIT_MILLIS);
        socket.setSoTimeout(TIME_LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** A request, with the parts that most have. */
    static byte[] request(int opcode, byte[] extras, byte[] key, byte[] value) {
        return ByteBuffer.allocate(HEADER + extras.length + key.length + value.length)
                .put((byte) 0x80)
                .put((byte) opcode)
                .putShort((short) key.length)
                .put((byte) extras.length)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(extras.length + key.length + value.length)
                .putInt(opcode)
                .putLong(0)
                .put(extras)
                .put(key)
                .put(value)
                .array();
    }

    /** Sends requests, and gives all that is answered to them, which may be nothing. */
    byte[] say(byte[] requests) throws IOException {
        byte[] sentinel = ByteBuffer.wrap(request(NOOP, new byte[0], new byte[0], new byte[0]))
                .putInt(12, SENTINEL)
                .array();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(requests);
        both.write(sentinel);
        send(both.toByteArray());
        byte[] replies = {};
        byte[] buffer = new byte[8192];
        while (!endsWithSentinel(replies)) {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                throw new IOException("closed after " + replies.length + " bytes");
            }
            int before = replies.length;
            replies = Arrays.copyOf(replies, before + read);
            System.arraycopy(buffer, 0, replies, before, read);
        }
        return Arrays.copyOf(replies, replies.length - HEADER);
    }

    /** Sends a request, and gives the one answer to it. */
    byte[] ask(byte[] request) throws IOException {
        send(request);
        byte[] header = socket.getInputStream().readNBytes(HEADER);
        if (header.length < HEADER) {
            throw new IOException("closed after " + header.length + " bytes of an answer");
        }
        int bodyLength = ByteBuffer.wrap(header).getInt(8);
        byte[] answer = Arrays.copyOf(header, HEADER + bodyLength);
        socket.getInputStream().readNBytes(answer, HEADER, bodyLength);
        return answer;
    }

    /** Sends what is to end the connection, and gives what came before the end. */
    byte[] sayLast(byte[] requests) throws IOException {
        send(requests);
        return socket.getInputStream().readAllBytes();
    }

    /** Says that no more will be sent, and gives all that is answered to what was. */
    byte[] finish() throws IOException {
        socket.shutdownOutput();
        return socket.getInputStream().readAllBytes();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Whether anything has come that was not read yet. */
    boolean hasReply() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    private static boolean endsWithSentinel(byte[] replies) {
        int from = replies.length - HEADER;
        return from >= 0 && Arrays.equals(replies, from, replies.length, SENTINEL_REPLY, 0, HEADER);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
