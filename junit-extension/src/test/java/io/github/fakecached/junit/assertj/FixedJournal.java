package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Journal;
import io.github.fakecached.journal.Outcome;
import io.github.fakecached.journal.Preview;
import io.github.fakecached.protocol.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A journal of exchanges that are made up, so that their moments are known to the nanosecond. */
record FixedJournal(List<Exchange> exchanges) implements Journal {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    /** The same request again and again, at these milliseconds of the fake's clock and of the system's. */
    static FixedJournal retried(String line, long[] virtualMillis, long[] wallMillis) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < virtualMillis.length; i++) {
            exchanges.add(exchange(
                    "default",
                    i + 1,
                    line,
                    NOON.plusMillis(virtualMillis[i]),
                    Instant.EPOCH.plusMillis(wallMillis[i])));
        }
        return new FixedJournal(exchanges);
    }

    static FixedJournal retried(String line, long... virtualMillis) {
        return retried(line, virtualMillis, virtualMillis);
    }

    /** Two exchanges, each the first of its node. */
    static FixedJournal ofNodes(String node, String anotherNode, String line) {
        return new FixedJournal(List.of(
                exchange(node, 1, line, NOON, Instant.EPOCH), exchange(anotherNode, 1, line, NOON, Instant.EPOCH)));
    }

    private static Exchange exchange(String node, long number, String line, Instant time, Instant wallTime) {
        String[] words = line.split(" ");
        return new Exchange(
                number,
                node,
                0,
                number - 1,
                time,
                wallTime,
                Dialect.TEXT,
                words[0],
                List.of(words[1]),
                List.of(),
                new Preview(line, line.length() + 2),
                new Preview("", 0),
                Outcome.NOT_EXECUTED,
                Optional.empty(),
                Duration.ofNanos(100_000));
    }

    @Override
    public List<Exchange> await(Predicate<? super Exchange> which, int count, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count() {
        return exchanges.size();
    }

    @Override
    public void addListener(Consumer<? super Exchange> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeListener(Consumer<? super Exchange> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCapacity(int exchanges) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int capacity() {
        return DEFAULT_CAPACITY;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }
}
