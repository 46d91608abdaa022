package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Exchange;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a property speaks the binary protocol with. What it said and heard goes to the same transcript as what the text client
 * did, which may be beside it. It connects when it is used first.
 */
final class BinaryClient implements AutoCloseable {

    private @Nullable RawConnection connection;
    private final Target target;
    private final Clients clients;
    private boolean spent;

    BinaryClient(Target target, Clients clients) {
        this.target = target;
        this.clients = clients;
    }

    /** Empties the server and forgets what was said. */
    void begin() {
        connection().ask(BinaryRules.bare(BinaryRules.FLUSH).bytes());
        clients.forgetTranscript();
    }

    /** Sends requests at once, and gives all their answers. */
    List<BinaryMessage> ask(BinaryMessage... requests) {
        var reply = askBytes(bytes(requests));
        if (reply.closed()) {
            throw new AssertionError("expected that the connection stays open");
        }
        return answers(reply);
    }

    /** Sends a request, and gives the one answer to it. */
    BinaryMessage one(BinaryMessage request) {
        var answers = ask(request);
        if (answers.size() != 1) {
            throw new AssertionError("expected one answer");
        }
        var answer = answers.get(0);
        if (answer.opcode() != request.opcode() || answer.opaque() != request.opaque()) {
            throw new AssertionError("expected an answer to " + request);
        }
        return answer;
    }

    /** Sees that a request is answered with this status, and with its text or none: that errors have a text is a rule of its own. */
    BinaryMessage expect(Status status, BinaryMessage request) {
        var answer = one(request);
        if (answer.status() != status.code
                || (!answer.body().isEmpty() && !answer.body().equals(status.text))) {
            throw new AssertionError("expected " + status + " and the body " + status.text);
        }
        return answer;
    }

    /** Sees that a request is answered with this status and body. */
    BinaryMessage expect(Status status, String body, BinaryMessage request) {
        var answer = one(request);
        if (answer.status() != status.code || !answer.body().equals(body)) {
            throw new AssertionError("expected " + status + " and the body " + body);
        }
        return answer;
    }

    /** Sees that requests are not answered. */
    void expectNothing(BinaryMessage... requests) {
        if (!ask(requests).isEmpty()) {
            throw new AssertionError("expected no answer");
        }
    }

    /** Sends these bytes in packets that end at these places, and gives the answers without their cas uniques. */
    List<BinaryMessage> askInPieces(String bytes, List<Integer> cuts) {
        int from = 0;
        for (int cut : cuts) {
            connection().send(bytes.substring(from, cut));
            from = cut;
        }
        var reply = askBytes(bytes.substring(from));
        return answers(reply).stream()
                .map(answer -> answer.withCas(number(0, 8)))
                .toList();
    }

    /** Sees that a request is answered with this status, and the connection closed. */
    void expectClose(Status status, BinaryMessage request) {
        expectClose(status, request, "");
    }

    /** The same with bytes behind the request, which are not answered. */
    void expectClose(Status status, BinaryMessage request, String behind) {
        var reply = askBytes(request.bytes() + behind);
        var answers = answers(reply);
        if (!reply.closed() || answers.size() != 1 || answers.get(0).status() != status.code) {
            throw new AssertionError("expected " + status + " and the connection closed");
        }
    }

    /** Sees that these bytes are answered with nothing but a closed connection. */
    void expectClose(String bytes) {
        if (!askBytes(bytes).equals(new Reply("", true))) {
            throw new AssertionError("expected the connection closed and nothing else");
        }
    }

    /** The bare connection. */
    RawConnection connection() {
        var connected = connection;
        if (connected == null) {
            connected = target.connect(Dialect.BINARY);
            connection = connected;
        }
        return connected;
    }

    boolean isSpent() {
        return spent;
    }

    private Reply askBytes(String bytes) {
        var reply = connection().ask(bytes);
        clients.transcript().add(new Exchange(Dialect.BINARY, bytes, reply));
        spent |= reply.closed();
        return reply;
    }

    private static String bytes(BinaryMessage... requests) {
        var bytes = new StringBuilder();
        for (var request : requests) {
            bytes.append(request.bytes());
        }
        return bytes.toString();
    }

    private static List<BinaryMessage> answers(Reply reply) {
        return BinaryMessage.split(reply.text()).stream()
                .map(chunk -> BinaryMessage.of(chunk).orElseThrow(() -> new AssertionError("expected a whole answer")))
                .toList();
    }

    /** Goes on with another connection, made when it is needed. */
    void disconnect() {
        close();
        connection = null;
        spent = false;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
