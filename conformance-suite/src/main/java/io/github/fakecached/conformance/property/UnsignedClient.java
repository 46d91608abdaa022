package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BareConnection;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Escapes;
import java.time.Duration;

/** Who has not signed in yet with the binary protocol. Each request is answered once: no no-op may be sent behind it. */
final class UnsignedClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final BareConnection connection;

    UnsignedClient(Target target) {
        this.connection = BareConnection.connect(target.address(), LIMIT);
    }

    /** Sees that a request is answered with this status, and the text of an error, or nothing. */
    void expect(Status status, BinaryMessage request) {
        expect(status, status.text, request);
    }

    /** Sees that a request is answered with this status and body. */
    void expect(Status status, String body, BinaryMessage request) {
        var answer = ask(request);
        if (answer.status() != status.code || !answer.body().equals(body)) {
            throw new AssertionError(request + " was answered " + answer + " and not " + status + " " + body);
        }
    }

    /** Sees that a request is refused, and the connection closed. */
    void expectRefusalAndClose(BinaryMessage request) {
        expect(Status.REFUSED, request);
        expectClose("");
    }

    /** Sees that these bytes are answered with nothing but a closed connection. */
    void expectClose(String bytes) {
        connection.send(bytes);
        var last = connection.receiveToEnd();
        if (!last.isEmpty()) {
            throw new AssertionError("before it was closed there came " + Escapes.escape(last));
        }
    }

    /** Sends a request, and gives the one answer to it. */
    BinaryMessage ask(BinaryMessage request) {
        connection.send(request.bytes());
        var answer = connection.receiveMessage();
        return BinaryMessage.split(answer).stream()
                .findFirst()
                .flatMap(BinaryMessage::of)
                .filter(message -> message.bytes().equals(answer) && message.opcode() == request.opcode())
                .orElseThrow(() -> new AssertionError(request + " was answered " + Escapes.escape(answer)));
    }

    @Override
    public void close() {
        connection.close();
    }
}
