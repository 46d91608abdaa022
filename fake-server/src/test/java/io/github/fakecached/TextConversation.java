package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A socket that sends text and gives back what came, byte for byte (as ISO 8859-1). Interprets nothing. */
final class TextConversation implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 5_000;
    private static final String SENTINEL = "version\r\n";
    private static final Pattern SENTINEL_REPLY = Pattern.compile("VERSION [.0-9]+\r\n\\z");

    private final Socket socket;

    TextConversation(InetSocketAddress address) throws IOException {
        this(connected(address));
    }

    /** Over a connection that is there already. */
    TextConversation(Socket socket) {
        this.socket = socket;
    }

    /** A socket that waits for nothing for ever. */
    static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address, TIME_LIMIT_MILLIS);
        socket.setSoTimeout(TIME_LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Sends a request, and gives all that is answered to it, which may be nothing. */
    String say(String request) throws IOException {
        send(request + SENTINEL);
        InputStream in = socket.getInputStream();
        StringBuilder replies = new StringBuilder();
        byte[] buffer = new byte[8192];
        Matcher last = SENTINEL_REPLY.matcher(replies);
        while (!last.reset().find() || in.available() > 0) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new IOException("closed after: " + replies);
            }
            replies.append(new String(buffer, 0, read, ISO_8859_1));
        }
        return replies.substring(0, last.start());
    }

    /** Sends a request that is to end the connection, and gives what came before the end. */
    String sayLast(String request) throws IOException {
        send(request);
        ByteArrayOutputStream replies = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(replies);
        return replies.toString(ISO_8859_1);
    }

    /** Reads this many bytes, or as many as there are before the connection ends. */
    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    /** Reads a line that ends in LF, and gives it without its end. */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            if (next < 0) {
                throw new IOException("closed after: " + line);
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** The port of this end. */
    int port() {
        return socket.getLocalPort();
    }

    /** Says that no more will be sent, and gives all that has not been read yet. */
    String finish() throws IOException {
        if (!socket.isOutputShutdown()) {
            socket.shutdownOutput();
        }
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Whether anything has come that was not read yet. */
    boolean hasReply() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Reads this many bytes without looking at them; false if the connection ends before. */
    boolean skip(long bytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = bytes;
        while (left > 0) {
            int read = socket.getInputStream().read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return false;
            }
            left -= read;
        }
        return true;
    }

    /** Reads what has come without looking at it; gives how much that was. */
    long skipAvailable() throws IOException {
        return socket.getInputStream().readNBytes(socket.getInputStream().available()).length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
