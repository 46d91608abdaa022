package io.github.fakecached.example.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop's own client: a connection that is made when needed, lines of text and meta commands, a time limit for each reply. */
class LineClient implements AutoCloseable {

    private final InetSocketAddress server;
    private @Nullable Socket socket;
    private @Nullable BufferedReader replies;

    LineClient(InetSocketAddress server) {
        this.server = server;
    }

    /** The value of a key, if there is one. */
    final Optional<String> get(String key, Duration timeout) throws IOException {
        if (ask("get " + key, timeout).equals("END")) {
            return Optional.empty();
        }
        String value = readLine();
        readLine(); // END
        return Optional.of(value);
    }

    final void set(String key, Duration timeToLive, String value, Duration timeout) throws IOException {
        ask(
                "set " + key + " 0 " + timeToLive.toSeconds() + " " + value.getBytes(UTF_8).length + "\r\n" + value,
                timeout);
    }

    /** Sends a command, and gives the first line of its reply. */
    final String ask(String command, Duration timeout) throws IOException {
        try {
            Socket connected = connect();
            connected.setSoTimeout((int) timeout.toMillis());
            connected.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            return readLine();
        } catch (IOException e) {
            afterFailure();
            throw e;
        }
    }

    final String readLine() throws IOException {
        String line = replies == null ? null : replies.readLine();
        if (line == null) {
            throw new EOFException("memcached has closed the connection");
        }
        return line;
    }

    /** Whatever comes later over this connection would be taken for the reply to another request, so it is closed. */
    void afterFailure() throws IOException {
        close();
    }

    private Socket connect() throws IOException {
        Socket connected = socket;
        if (connected == null) {
            connected = new Socket(server.getAddress(), server.getPort());
            connected.setTcpNoDelay(true);
            replies = new BufferedReader(new InputStreamReader(connected.getInputStream(), UTF_8));
            socket = connected;
        }
        return connected;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
