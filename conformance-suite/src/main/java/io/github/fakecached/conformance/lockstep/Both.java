package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Exchange;
import io.github.fakecached.conformance.wire.Reply;
import io.github.fakecached.conformance.wire.Transcript;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two servers that are told the same and must answer the same, byte for byte: a reference, and a subject that is held to
 * it. Each dialect has a connection of its own. Begins with both servers empty, their counters at zero and their cas
 * counters level, so that uniques are compared as they are.
 */
public final class Both implements AutoCloseable {

    private final Target reference;
    private final Target subject;
    private final Transcript transcript = new Transcript();
    private final CasMemory uniques = new CasMemory();
    private final Map<Dialect, Pair> pairs = new EnumMap<>(Dialect.class);
    private final long start = System.nanoTime();

    /** Makes both servers empty and connects to them. */
    public Both(Target reference, Target subject) {
        this.reference = reference;
        this.subject = subject;
        var pair = pair(Dialect.TEXT);
        Emptied.empty(reference, pair.reference());
        Emptied.empty(subject, pair.subject());
        CasLevel.level(pair.reference(), pair.subject());
        pair.ask("stats reset\r\n");
    }

    /** Sends a line, and lines of data after it, each ended as it should be, and compares the replies. */
    public Reply run(String line, String... data) {
        var bytes = new StringBuilder(line).append("\r\n");
        for (var block : data) {
            bytes.append(block).append("\r\n");
        }
        return send(bytes.toString());
    }

    /** Sends exactly these bytes as classic text, placeholders for cas uniques filled in, and compares the replies. */
    public Reply send(String template) {
        return send(Dialect.TEXT, template);
    }

    /** Sends exactly these bytes on the connection of a dialect, and compares the replies. */
    public Reply send(Dialect dialect, String template) {
        var bytes = uniques.resolve(dialect, template);
        var replies = pair(dialect).ask(bytes);
        var expected = comparable(dialect, reference, bytes, replies.expected());
        var actual = comparable(dialect, subject, bytes, replies.actual());
        if (dialect == Dialect.META) {
            actual = new Reply(PassingTime.evened(expected.text(), actual.text(), secondsPassed()), actual.closed());
        }
        var exchange = new Exchange(dialect, template, expected);
        if (!expected.equals(actual)) {
            throw new Divergence(reference.name(), subject.name(), transcript, exchange, actual);
        }
        transcript.add(exchange);
        uniques.learn(dialect, bytes, expected.text());
        if (expected.closed()) {
            hangUp(dialect);
        }
        return expected;
    }

    /** Sends a line that is answered with {@code STAT} lines and compares their names and order, not their values. */
    public void loosely(String line) {
        compare(line, Statistics::names);
    }

    /** Sends a line that is answered with {@code STAT} lines and compares only the values of these. */
    public void compareStats(String line, List<String> names) {
        compare(line, reply -> Statistics.values(reply, names));
    }

    private void compare(String line, Function<String, List<String>> view) {
        var replies = pair(Dialect.TEXT).ask(line + "\r\n");
        var expected = view.apply(replies.expected().text());
        var actual = view.apply(replies.actual().text());
        if (!expected.equals(actual)) {
            throw new Divergence(
                    reference.name(),
                    subject.name(),
                    transcript,
                    new Exchange(line + "\r\n", onlyInFirst(expected, actual)),
                    onlyInFirst(actual, expected));
        }
    }

    /** Shows only what the other one does not have. */
    private static Reply onlyInFirst(List<String> first, List<String> second) {
        return Reply.of("other than the other: "
                + first.stream().filter(stat -> !second.contains(stat)).toList() + "\r\n");
    }

    /** Says again what was sent in a transcript, and compares the replies with each other. */
    public void replay(Transcript recorded) {
        recorded.exchanges().forEach(exchange -> send(exchange.dialect(), exchange.sent()));
    }

    /** Sends as {@link #send} does, unless what real memcached would answer is not to be compared. */
    void sendIfDecided(Dialect dialect, String template) {
        var bytes = uniques.resolve(dialect, template);
        if (!LeftOut.concerns(reference.version(), dialect, bytes)
                && StrayMemory.keysOfArithmetic(dialect, bytes).noneMatch(this::isUpToChance)) {
            send(dialect, template);
        }
    }

    /** Asks both servers, so that it makes no difference that they were asked. */
    private boolean isUpToChance(String key) {
        var reply = send(
                Dialect.BINARY, BinaryMessage.request(Opcodes.GET, "", key, "").bytes());
        return BinaryMessage.of(reply.text())
                .filter(answer -> answer.status() == 0)
                .filter(answer -> StrayMemory.decides(reference.version(), answer.value()))
                .isPresent();
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

    private static Reply comparable(Dialect dialect, Target target, String bytes, Reply reply) {
        if (dialect == Dialect.BINARY) {
            return reply;
        }
        var repaired = KnownDefect.repaired(target.version(), bytes, reply.text());
        return new Reply(Statistics.comparable(bytes, repaired), reply.closed());
    }

    private long secondsPassed() {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private Pair pair(Dialect dialect) {
        return pairs.computeIfAbsent(dialect, this::connect);
    }

    private Pair connect(Dialect dialect) {
        var pair = Pair.connect(dialect, reference, subject);
        if (dialect == Dialect.TEXT) {
            CasLevel.useUpLeftover(pair);
        }
        return pair;
    }

    private void hangUp(Dialect dialect) {
        var pair = pairs.remove(dialect);
        if (pair != null) {
            pair.close();
        }
    }

    @Override
    public void close() {
        List.of(Dialect.values()).forEach(this::hangUp);
    }
}
