package io.github.fakecached.conformance.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server for one connection that does what a test tells it, to see what the wire client makes of it. */
final class StubServer implements AutoCloseable {

    /** What the server does with the connection. */
    interface Behaviour {
        void serve(InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket listener;
    private final Thread thread;

    StubServer(Behaviour behaviour) {
        try {
            listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(() -> serve(behaviour), "stub server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Behaviour behaviour) {
        try (Socket socket = listener.accept()) {
            behaviour.serve(socket.getInputStream(), socket.getOutputStream());
        } catch (Exception expectedWhenClosed) {
            // The client's side of the story is what is tested.
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Reads up to and with this text. */
    static void hear(InputStream in, String end) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(end, Math.max(0, heard.length() - end.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("heard only " + heard);
            }
            heard.append((char) next);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        listener.close();
        thread.join(5_000);
    }
}
