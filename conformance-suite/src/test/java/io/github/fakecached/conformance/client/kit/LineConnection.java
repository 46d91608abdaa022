package io.github.fakecached.conformance.client.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** One connection of the {@link LineClient}: lines and blocks of data, one character a byte. */
final class LineConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final Set<Bug> bugs;

    private LineConnection(Socket socket, Set<Bug> bugs) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.bugs = bugs;
    }

    static LineConnection connect(InetSocketAddress address, Duration timeout, SSLContext tls, Set<Bug> bugs)
            throws IOException {
        var plain = new Socket();
        try {
            int millis = (int) timeout.toMillis();
            plain.connect(address, millis);
            plain.setSoTimeout(
                    bugs.contains(Bug.WAITS_FOR_EVER) ? 0 : bugs.contains(Bug.GIVES_UP_EARLY) ? millis / 100 : millis);
            plain.setTcpNoDelay(true);
            return new LineConnection(
                    tls == null
                            ? plain
                            : tls.getSocketFactory()
                                    .createSocket(plain, address.getHostString(), address.getPort(), true),
                    bugs);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String readLine() throws IOException {
        var line = new StringBuilder();
        while (line.length() < 2 || line.charAt(line.length() - 2) != '\r' || line.charAt(line.length() - 1) != '\n') {
            if (bugs.contains(Bug.TAKES_WHAT_HAS_COME) && !line.isEmpty() && in.available() == 0) {
                return line.toString();
            }
            line.append((char) read());
        }
        return line.substring(0, line.length() - 2);
    }

    String readData(int length) throws IOException {
        var data = in.readNBytes(length);
        if (data.length < length && !bugs.contains(Bug.TAKES_HALF_VALUES)) {
            throw new EOFException("the connection ended in a value");
        }
        if (bugs.contains(Bug.TAKES_HALF_VALUES)) {
            return new String(data, ISO_8859_1);
        }
        if (!readLine().isEmpty() && !bugs.contains(Bug.CHECKS_NO_END) && !bugs.contains(Bug.TAKES_ANYTHING)) {
            throw new IOException("a value does not end in CR LF");
        }
        return new String(data, ISO_8859_1);
    }

    private int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the connection has ended");
        }
        return next;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
