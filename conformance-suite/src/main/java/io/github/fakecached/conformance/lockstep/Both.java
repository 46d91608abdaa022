package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Exchange;
import io.github.fakecached.conformance.wire.RawText;
import io.github.fakecached.conformance.wire.Reply;
import io.github.fakecached.conformance.wire.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
            throw new Divergence(
                    reference.name(), subject.name(), transcript, new Exchange(line + "\r\n", expected), actual);
        }
    }

    /** Sends a line that is answered with {@code STAT} lines and compares only the values of these. */
    public void compareStats(String line, List<String> names) {
        var expected = values(toReference.ask(line + "\r\n"), names);
        var actual = values(toSubject.ask(line + "\r\n"), names);
        if (!expected.equals(actual)) {
            throw new Divergence(
                    reference.name(),
                    subject.name(),
                    transcript,
                    new Exchange(line + "\r\n", Reply.of(expected.toString())),
                    Reply.of(actual.toString()));
        }
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

    private static List<String> names(Reply reply) {
        return reply.text()
                .lines()
                .map(line -> line.replaceFirst("^(STAT \\S+) .*", "$1"))
                .toList();
    }

    private static Map<String, String> values(Reply reply, List<String> names) {
        var values = new TreeMap<String, String>();
        reply.text()
                .lines()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3 && names.contains(words[1]))
                .forEach(words -> values.put(words[1], words[2]));
        return values;
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
