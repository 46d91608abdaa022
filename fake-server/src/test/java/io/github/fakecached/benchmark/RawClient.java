package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client as thin as can be, so that the server is what is measured. */
public final class RawClient implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 10_000;

    private final Socket socket = new Socket();

    public RawClient(InetSocketAddress address) throws IOException {
        socket.connect(address, TIME_LIMIT_MILLIS);
        socket.setSoTimeout(TIME_LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Sends a request and reads a reply of known length. */
    public byte[] ask(byte[] request, int replyLength) throws IOException {
        socket.getOutputStream().write(request);
        byte[] reply = socket.getInputStream().readNBytes(replyLength);
        if (reply.length < replyLength) {
            throw new EOFException("closed after: " + new String(reply, US_ASCII));
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
