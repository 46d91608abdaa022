package io.github.fakecached.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client's connection that sends text and reads until an expected end. */
final class Connection implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 5_000;

    private final Socket socket;

    Connection(InetSocketAddress address) throws IOException {
        this(new Socket());
        socket.connect(address, TIME_LIMIT_MILLIS);
    }

    /** Over a socket that is connected already, or will be. */
    Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIME_LIMIT_MILLIS);
    }

    static Connection toPort(int port) throws IOException {
        return new Connection(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Sends a request and gives the reply, which must end as expected. */
    String ask(String request, String end) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        StringBuilder reply = new StringBuilder();
        while (reply.indexOf(end, Math.max(0, reply.length() - end.length())) < 0) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("closed after: " + reply);
            }
            reply.append((char) read);
        }
        return reply.toString();
    }

    /** Waits for the next byte. */
    char next() throws IOException {
        return (char) socket.getInputStream().read();
    }

    /** Waits for the server to close the connection; true if it did so without another word. */
    void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    boolean isClosed() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
