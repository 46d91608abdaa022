package io.github.fakecached.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs like the system's until a test takes it in hand: pause it, let it run on, move it by a duration or set
 * it to an instant. Nothing has to sleep for an item to expire.
 *
 * <pre>{@code
 * var clock = memcached.clock();
 * clock.advance(Duration.ofMinutes(30));   // everything with a shorter exptime is gone
 * clock.pause();                           // time stands still from here on
 * clock.setPhase(Duration.ofMillis(999));  // one millisecond before memcached's next second begins
 * }</pre>
 *
 * <p>memcached counts in whole seconds, so an item with exptime 1 lives for up to one second: it goes when the next second
 * begins. Tests that care about that edge set the {@linkplain #setPhase phase} within the second.
 *
 * <p>Safe for use by several threads. A change is seen by every command executed after the method has returned.
 */
public final class ControllableClock {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.ofEpochSecond(0xffff_ffffL);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final @Nullable Instant start;
    private volatile List<Runnable> listeners = List.of();
    private volatile State state;

    private ControllableClock(@Nullable Instant start) {
        this.start = start;
        this.state = initialState();
    }

    /**
     * A clock that shows the system's time and runs.
     *
     * @return a new clock
     */
    public static ControllableClock running() {
        return new ControllableClock(null);
    }

    /**
     * A clock that shows the given time and runs from there.
     *
     * @param start the time to begin at
     * @return a new clock
     * @throws IllegalArgumentException if memcached's 32-bit seconds cannot express the time
     */
    public static ControllableClock startingAt(Instant start) {
        return new ControllableClock(checked(start));
    }

    /**
     * The time now.
     *
     * @return an instant between 1970-01-01T00:00:00Z and 2106-02-07T06:28:15Z, the span of memcached's 32-bit seconds
     */
    public Instant now() {
        return state.now();
    }

    /**
     * The time that this clock shows, as it is set now, at a moment of the system's timer. Who measures by that timer needs not
     * read it twice to know both.
     *
     * @param nanoTime what {@link System#nanoTime()} gives at that moment
     * @return that time; of a paused clock the time at which it stands
     */
    public Instant at(long nanoTime) {
        return state.at(nanoTime);
    }

    /**
     * The whole seconds of the time now. memcached decides everything that has to do with time by whole seconds.
     *
     * @return seconds since 1970-01-01T00:00:00Z, rounded down
     */
    public long epochSecond() {
        return state.epochSecond();
    }

    /** Stops the clock where it is. Does nothing if it is paused already. */
    public void pause() {
        change(current -> new State(current.now(), System.nanoTime(), true));
    }

    /** Lets the clock run on from the time it shows. Does nothing if it runs already. */
    public void resume() {
        change(current -> new State(current.now(), System.nanoTime(), false));
    }

    /**
     * Whether the clock stands still.
     *
     * @return true between {@link #pause()} and {@link #resume()}
     */
    public boolean isPaused() {
        return state.paused;
    }

    /**
     * Moves the clock forward; it goes on running, or stays paused.
     *
     * @param duration how far; not negative
     * @throws IllegalArgumentException if the duration is negative (use {@link #setTime} to go back), or leads beyond
     *     the year 2106, where memcached's 32-bit seconds end
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "advance(" + duration + ") would turn the clock back: call setTime(now().minus(...)) to do that");
        }
        change(current -> current.movedTo(current.now().plus(duration)));
    }

    /**
     * Sets the clock, forward or back; it goes on running from there, or stays paused. Items are not touched: those whose
     * exptime lies after the new time live, the others are expired.
     *
     * @param time the time to show now
     * @throws IllegalArgumentException if memcached's 32-bit seconds cannot express the time
     */
    public void setTime(Instant time) {
        change(current -> current.movedTo(time));
    }

    /**
     * How far the current second has gone.
     *
     * @return at least zero, less than one second
     */
    public Duration phase() {
        return Duration.ofNanos(now().getNano());
    }

    /**
     * Moves the clock within its current second, so that a test knows how long it is until memcached's next second begins.
     *
     * @param phase at least zero, less than one second
     * @throws IllegalArgumentException if the phase is not within a second
     */
    public void setPhase(Duration phase) {
        if (phase.isNegative() || phase.compareTo(Duration.ofSeconds(1)) >= 0) {
            throw new IllegalArgumentException("a phase within the second is 0 ns to 999,999,999 ns, not " + phase);
        }
        change(current -> current.movedTo(Instant.ofEpochSecond(current.epochSecond(), phase.toNanos())));
    }

    /** Makes the clock run, showing the system's time, or the time it was created to start at. */
    public void reset() {
        change(current -> initialState());
    }

    /**
     * Has something called after each change of this clock: that it was paused, resumed, moved or reset. Not called as time
     * passes by itself.
     *
     * @param listener called by the thread that makes the change, which waits for it, so it must not block
     */
    public synchronized void addListener(Runnable listener) {
        List<Runnable> more = new ArrayList<>(listeners);
        more.add(Objects.requireNonNull(listener, "listener"));
        listeners = List.copyOf(more);
    }

    /**
     * Has something not called any more. Does nothing if it was not.
     *
     * @param listener what was given to {@link #addListener}
     */
    public synchronized void removeListener(Runnable listener) {
        List<Runnable> fewer = new ArrayList<>(listeners);
        fewer.remove(listener);
        listeners = List.copyOf(fewer);
    }

    @Override
    public String toString() {
        State current = state;
        return current.now() + (current.paused ? " (paused)" : " (running)");
    }

    private State initialState() {
        return new State(start == null ? Instant.now() : start, System.nanoTime(), false);
    }

    private void change(UnaryOperator<State> change) {
        synchronized (this) {
            state = change.apply(state);
        }
        listeners.forEach(Runnable::run);
    }

    private static Instant checked(Instant time) {
        Objects.requireNonNull(time, "time");
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("memcached counts 32-bit seconds: its time is from " + EARLIEST + " to "
                    + LATEST + ", not " + time);
        }
        return time;
    }

    /** What the clock showed at an anchor of {@link System#nanoTime()}, and whether it has moved on since. */
    private record State(Instant base, long anchor, boolean paused) {

        State movedTo(Instant time) {
            return new State(checked(time), System.nanoTime(), paused);
        }

        Instant now() {
            return paused ? base : at(System.nanoTime());
        }

        Instant at(long nanoTime) {
            return paused ? base : base.plusNanos(nanoTime - anchor);
        }

        long epochSecond() {
            if (paused) {
                return base.getEpochSecond();
            }
            return base.getEpochSecond() + (base.getNano() + System.nanoTime() - anchor) / NANOS_PER_SECOND;
        }
    }
}
