package io.github.fakecached.conformance.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;

/** A client that speaks meta commands, and does nothing but to send and to read. */
final class MetaSocket implements ConnectedClient {

    private final Socket socket = new Socket();

    MetaSocket(InetSocketAddress server) throws IOException {
        socket.connect(server, 5_000);
        socket.setTcpNoDelay(true);
    }

    @Override
    public Object fetch(String key, Duration atMost) throws IOException {
        String line = ask("mg " + key + " v\r\n", atMost);
        if (line.equals("EN")) {
            return null;
        } else if (!line.matches("VA [0-9]+")) {
            throw new ProtocolException(line);
        }
        byte[] value = new byte[Integer.parseInt(line.substring(3)) + 2];
        if (socket.getInputStream().readNBytes(value, 0, value.length) < value.length) {
            throw new EOFException();
        }
        return new String(value, 0, value.length - 2, ISO_8859_1);
    }

    @Override
    public Object store(String key, String value, Duration atMost) throws IOException {
        String line = ask("ms " + key + " " + value.length() + "\r\n" + value + "\r\n", atMost);
        if (!line.equals("HD")) {
            throw new ProtocolException(line);
        }
        return true;
    }

    private String ask(String request, Duration atMost) throws IOException {
        socket.setSoTimeout((int) atMost.toMillis());
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
