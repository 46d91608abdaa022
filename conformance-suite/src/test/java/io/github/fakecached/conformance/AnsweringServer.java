package io.github.fakecached.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A server that answers each line as a test says: with some bytes, with nothing, or by closing the connection. */
public final class AnsweringServer implements AutoCloseable {

    /** An answer that closes the connection. */
    public static final String CLOSE = "(close)";

    private final ServerSocket listener;
    private final UnaryOperator<String> answers;

    /** Answers on a free port. */
    public AnsweringServer(UnaryOperator<String> answers) {
        this.answers = answers;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(() -> {
            while (true) {
                var client = listener.accept();
                inBackground(() -> serve(client));
            }
        });
    }

    private void serve(Socket client) throws IOException {
        try (client;
                var lines = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            String line;
            while ((line = lines.readLine()) != null) {
                var answer = answers.apply(line);
                if (answer.equals(CLOSE)) {
                    return;
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The test is over, or its client hung up.
                    }
                },
                "answering server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
