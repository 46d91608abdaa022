package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Exchange;
import io.github.fakecached.conformance.wire.RawText;
import io.github.fakecached.conformance.wire.Reply;
import io.github.fakecached.conformance.wire.Transcript;
import java.time.Duration;
import java.util.List;

/**
 * Two servers that are told the same and must answer the same, byte for byte: a reference, and a subject that is held to
 * it. Begins with both of them empty and their cas counters level, so that uniques are compared as they are.
 */
public final class Both implements AutoCloseable {

    private final Target reference;
    private final Target subject;
    private final Transcript transcript = new Transcript();
    private final CasMemory uniques = new CasMemory();
    private RawText toReference;
    private RawText toSubject;

    /** Makes both servers empty and connects to them. */
    public Both(Target reference, Target subject) {
        this.reference = reference;
        this.subject = subject;
        toReference = reference.connect();
        toSubject = subject.connect();
        Emptied.empty(reference, toReference);
        Emptied.empty(subject, toSubject);
        CasLevel.level(toReference, toSubject);
    }

    /** Sends a line, and lines of data after it, each ended as it should be, and compares the replies. */
    public Reply run(String line, String... data) {
        var bytes = new StringBuilder(line).append("\r\n");
        for (var block : data) {
            bytes.append(block).append("\r\n");
        }
        return send(bytes.toString());
    }

    /** Sends exactly these bytes, placeholders for cas uniques filled in, and compares the replies. */
    public Reply send(String template) {
        var bytes = uniques.resolve(template);
        toReference.begin(bytes);
        toSubject.begin(bytes);
        var expected = repaired(reference, bytes, toReference.finish());
        var actual = repaired(subject, bytes, toSubject.finish());
        var exchange = new Exchange(template, expected);
        if (!expected.equals(actual)) {
            throw new Divergence(reference.name(), subject.name(), transcript, exchange, actual);
        }
        transcript.add(exchange);
        uniques.learn(expected.text());
        if (expected.closed()) {
            reconnect();
        }
        return expected;
    }

    /** Sends a line that is answered with {@code STAT} lines and compares their names and order, not their values. */
    public void loosely(String line) {
        var expected = toReference.ask(line + "\r\n");
        var actual = toSubject.ask(line + "\r\n");
        if (!names(expected).equals(names(actual))) {
            differ(line, names(expected), names(actual));
        }
    }

    /** Sends a line that is answered with {@code STAT} lines and compares only the values of these. */
    public void compareStats(String line, List<String> names) {
        var expected = values(toReference.ask(line + "\r\n"), names);
        var actual = values(toSubject.ask(line + "\r\n"), names);
        if (!expected.equals(actual)) {
            differ(line, expected, actual);
        }
    }

    /** Shows only what the other one does not have. */
    private void differ(String line, List<String> expected, List<String> actual) {
        var onlyExpected =
                expected.stream().filter(stat -> !actual.contains(stat)).toList();
        var onlyActual =
                actual.stream().filter(stat -> !expected.contains(stat)).toList();
        throw new Divergence(
                reference.name(),
                subject.name(),
                transcript,
                new Exchange(line + "\r\n", Reply.of("other than the other: " + onlyExpected + "\r\n")),
                Reply.of("other than the other: " + onlyActual + "\r\n"));
    }

    /** Says again what was sent in a transcript, and compares the replies with each other. */
    public void replay(Transcript recorded) {
        recorded.exchanges().forEach(exchange -> send(exchange.sent()));
    }

    /** Sends as {@link #send} does, unless what real memcached would answer is up to chance. */
    void sendIfDecided(String template) {
        if (!StrayMemory.decides(reference.version(), toReference, uniques.resolve(template))) {
            send(template);
        }
    }

    /** Lets this much time pass on both servers. */
    public void advance(Duration time) {
        reference.advance(time);
        subject.advance(time);
    }

    /** What was said so far. */
    public Transcript transcript() {
        return transcript;
    }

    private static Reply repaired(Target target, String bytes, Reply reply) {
        return new Reply(KnownDefect.repaired(target.version(), bytes, reply.text()), reply.closed());
    }

    /** Without what only builds with memcached's proxy have, as Debian's. */
    private static List<String> names(Reply reply) {
        return reply.text()
                .lines()
                .map(line -> line.replaceFirst("^(STAT \\S+) .*", "$1"))
                .filter(name -> !name.startsWith("STAT proxy_"))
                .toList();
    }

    private static List<String> values(Reply reply, List<String> names) {
        return reply.text()
                .lines()
                .filter(line -> line.split(" ").length == 3 && names.contains(line.split(" ")[1]))
                .toList();
    }

    private void reconnect() {
        close();
        toReference = reference.connect();
        toSubject = subject.connect();
    }

    @Override
    public void close() {
        toReference.close();
        toSubject.close();
    }
}
