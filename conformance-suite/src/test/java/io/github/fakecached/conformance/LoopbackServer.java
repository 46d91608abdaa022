package io.github.fakecached.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Accepts connections on a free port of the loopback address, each in a thread of its own, for servers that tests make up. */
public final class LoopbackServer implements AutoCloseable {

    private final ServerSocket listener;

    /** Serves until it is closed. */
    public LoopbackServer(String name, Service service) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(name, () -> {
            while (!listener.isClosed()) {
                var client = listener.accept();
                inBackground(name, () -> service.serve(client));
            }
        });
    }

    /** Does something in a thread that keeps no JVM alive. */
    public static void inBackground(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The test is over, or one side hung up.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Service {

        /** Serves it to its end, and closes it. */
        void serve(Socket client) throws IOException;
    }

    /** What is done in the background. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws IOException;
    }
}
