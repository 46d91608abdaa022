package io.github.fakecached.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A server that answers each line as a test says: with some bytes, with nothing, or by closing the connection. */
public final class AnsweringServer implements AutoCloseable {

    /** An answer that closes the connection. */
    public static final String CLOSE = "(close)";

    private final LoopbackServer server;
    private final UnaryOperator<String> answers;

    /** Answers on a free port. */
    public AnsweringServer(UnaryOperator<String> answers) {
        this.answers = answers;
        server = new LoopbackServer("answering server", this::serve);
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

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
