package io.github.fakecached.internal.exchange;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Journal;
import io.github.fakecached.journal.JournalRenderer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The journal of one node: its thread writes, others read. Bounded; decides nothing. */
public final class Recording implements Journal {

    private static final System.Logger LOGGER = System.getLogger(Recording.class.getName());
    private static final int CAPACITY_MAX = 1_000_000;

    private final String node;
    private volatile List<Consumer<? super Exchange>> listeners = List.of();
    private volatile Slots slots = new Slots(DEFAULT_CAPACITY);
    private volatile int waiting;

    /** An empty journal. */
    public Recording(String node) {
        this.node = node;
    }

    /** Whether exchanges are kept or told to anyone. */
    public boolean isOn() {
        return slots.capacity() > 0 || !listeners.isEmpty();
    }

    /**
     * Takes down what came of a request. To be called by the node's thread only.
     *
     * @param startedAt what {@link System#nanoTime()} gave when it was understood
     * @param command with its data, if that has come
     * @param replyBeginning the first bytes of what was written
     * @param fault what was done to it; null for nothing
     */
    public void add(
            Request request,
            Instant time,
            long startedAt,
            @Nullable Command command,
            Reply reply,
            byte[] replyBeginning,
            long replyLength,
            @Nullable String fault) {
        Slots current = slots;
        Recorded recorded = new Recorded(
                current.count() + 1,
                time,
                startedAt,
                request.withAtMost(Recorded.KEYS_MAX),
                command == null ? null : Recorded.beginningOfValue(command),
                command instanceof Command.WithData withData ? withData.length() : 0,
                replyBeginning,
                replyLength,
                Outcomes.of(request, reply),
                Recorded.missedKeys(request, reply),
                fault,
                System.nanoTime() - startedAt);
        current.add(recorded);
        if (!listeners.isEmpty()) {
            tell(recorded.exchange(node));
        }
        if (waiting > 0) {
            wakeUp();
        }
    }

    private void tell(Exchange exchange) {
        for (Consumer<? super Exchange> listener : listeners) {
            try {
                listener.accept(exchange);
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.WARNING, "a listener of the journal failed", e);
            }
        }
    }

    private synchronized void wakeUp() {
        notifyAll();
    }

    @Override
    public List<Exchange> exchanges() {
        return slots.snapshot().stream()
                .map(recorded -> recorded.exchange(node))
                .toList();
    }

    @Override
    public List<Exchange> await(Predicate<? super Exchange> which, int count, Duration atMost)
            throws InterruptedException {
        if (count < 1) {
            throw new IllegalArgumentException("1 exchange or more can be waited for, not " + count);
        }
        if (slots.capacity() == 0) {
            throw new IllegalStateException(
                    "the journal of node \"" + node
                            + "\" is switched off: call setCapacity() with more than 0 before the exchanges that are waited for");
        }
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (this) {
            waiting++;
            try {
                return awaitWhileCounted(which, count, atMost, deadline);
            } finally {
                waiting--;
            }
        }
    }

    private List<Exchange> awaitWhileCounted(
            Predicate<? super Exchange> which, int count, Duration atMost, long deadline) throws InterruptedException {
        List<Exchange> found = exchanges(which);
        long left = deadline - System.nanoTime();
        while (found.size() < count && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            found = exchanges(which);
            left = deadline - System.nanoTime();
        }
        if (found.size() < count) {
            throw new AssertionError("only " + found.size() + " of " + count
                    + " exchanges that were waited for came within " + atMost.toMillis() + " ms\n"
                    + JournalRenderer.lastOf(exchanges()));
        }
        return found;
    }

    @Override
    public long count() {
        return slots.count();
    }

    @Override
    public synchronized void addListener(Consumer<? super Exchange> listener) {
        List<Consumer<? super Exchange>> more = new ArrayList<>(listeners);
        more.add(Objects.requireNonNull(listener, "listener"));
        listeners = List.copyOf(more);
    }

    @Override
    public synchronized void removeListener(Consumer<? super Exchange> listener) {
        List<Consumer<? super Exchange>> fewer = new ArrayList<>(listeners);
        fewer.remove(listener);
        listeners = List.copyOf(fewer);
    }

    @Override
    public void setCapacity(int exchanges) {
        if (exchanges < 0 || exchanges > CAPACITY_MAX) {
            throw new IllegalArgumentException("a journal keeps 0 to " + CAPACITY_MAX + " exchanges, not " + exchanges);
        }
        slots = new Slots(exchanges);
    }

    @Override
    public int capacity() {
        return slots.capacity();
    }

    @Override
    public void clear() {
        slots = new Slots(slots.capacity());
    }

    @Override
    public String toString() {
        return JournalRenderer.lastOf(exchanges());
    }
}
