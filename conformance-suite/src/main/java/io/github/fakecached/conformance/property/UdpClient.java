package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Datagram;
import io.github.fakecached.conformance.wire.DatagramClient;
import io.github.fakecached.conformance.wire.Escapes;
import java.time.Duration;

/** What a property talks to a server with over UDP: it puts answers together from their datagrams, each of which has to be in turn. */
final class UdpClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A datagram's 1400 bytes without its head. */
    private static final int MOST = 1392;

    private final DatagramClient datagrams;

    UdpClient(Target target) {
        this.datagrams = DatagramClient.of(target.udpAddress(), LIMIT);
    }

    /** Sends these bytes, which need be no request. */
    void send(String bytes) {
        datagrams.send(bytes);
    }

    /** Sends a request, and gives the first answer to it. */
    String ask(Datagram request) {
        send(request.bytes());
        return next(request.id());
    }

    /** Sends a request, and sees that the first answer to it is this. */
    void expect(String answer, Datagram request) {
        send(request.bytes());
        expectNext(answer, request.id());
    }

    /** Sees that the next answer is this. */
    void expectNext(String answer, int id) {
        var actual = next(id);
        if (!actual.equals(answer)) {
            throw new AssertionError("expected " + Escapes.escape(answer) + " and not " + Escapes.escape(actual));
        }
    }

    /** Sends a request, and sees that it is answered with a head without data. */
    void expectHeadAlone(Datagram request) {
        send(request.bytes());
        expect(new Datagram(request.id(), 0, 0, 0, ""), datagrams.receive());
    }

    private String next(int id) {
        var answer = new StringBuilder();
        var first = datagrams.receive();
        expect(new Datagram(id, 0, first.total(), 0, first.data()), first);
        answer.append(first.data());
        for (int i = 1; i < first.total(); i++) {
            var datagram = datagrams.receive();
            expect(new Datagram(id, i, first.total(), 0, datagram.data()), datagram);
            answer.append(datagram.data());
        }
        int fewest = (answer.length() + MOST - 1) / MOST;
        if (first.total() != fewest || (fewest > 1 && first.data().length() != MOST)) {
            throw new AssertionError("an answer of " + answer.length() + " bytes came in " + first.total()
                    + " datagrams, the first with " + first.data().length() + " bytes");
        }
        return answer.toString();
    }

    private static void expect(Datagram expected, Datagram actual) {
        if (!actual.equals(expected)) {
            throw new AssertionError("expected " + expected + ", and not " + actual);
        }
    }

    @Override
    public void close() {
        datagrams.close();
    }
}
