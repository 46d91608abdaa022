package io.github.fakecached.internal.engine;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.store.ServerTime;
import io.github.fakecached.internal.store.Store;
import java.time.DateTimeException;
import java.time.Instant;

/** Tells the engine the time: what the clock shows, in the seconds that the store counts. */
final class Timekeeper {

    private final ControllableClock clock;
    private final Store store;
    private long startedAt;
    private ServerTime time;

    Timekeeper(ControllableClock clock, Store store) {
        this.clock = clock;
        this.store = store;
        this.startedAt = clock.epochSecond();
        this.time = ServerTime.startedAt(startedAt);
    }

    /** Counts from the present, as a server does that has just been started. */
    void restart() {
        startedAt = clock.epochSecond();
        time = ServerTime.startedAt(startedAt);
    }

    /** The seconds now; what the store does in the background has been done by then. A clock set to a time before the server's start makes it a server that was started then. */
    long now() {
        long unixTime = clock.epochSecond();
        if (unixTime < startedAt) {
            store.shiftTimes(startedAt - unixTime);
            startedAt = unixTime;
            time = ServerTime.startedAt(unixTime);
        }
        long now = time.at(unixTime);
        store.passTime(now);
        return now;
    }

    /** What the clock shows. */
    Instant instant() {
        return clock.now();
    }

    ServerTime time() {
        return time;
    }

    void pause(boolean pause) {
        if (pause) {
            clock.pause();
        } else {
            clock.resume();
        }
    }

    /** Moves the clock by some seconds; false if it cannot be moved so far. */
    boolean move(long seconds) {
        try {
            clock.setTime(clock.now().plusSeconds(seconds));
            return true;
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return false;
        }
    }
}
