package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.DeltaResult;
import io.github.fakecached.internal.store.Store;

/** Carries out {@code touch delete incr decr}. */
final class KeyHandler {

    private final Store store;
    private final Counters counters;
    private final Timekeeper timekeeper;

    KeyHandler(Store store, Counters counters, Timekeeper timekeeper) {
        this.store = store;
        this.counters = counters;
        this.timekeeper = timekeeper;
    }

    Reply touch(Command.Touch command, long now) {
        boolean hit = store.touch(command.key(), timekeeper.time().expiry(command.exptime(), now), now) != null;
        counters.increment(Counter.CMD_TOUCH);
        counters.increment(hit ? Counter.TOUCH_HITS : Counter.TOUCH_MISSES);
        return (hit ? Outcome.TOUCHED : Outcome.NOT_FOUND).reply();
    }

    Reply delete(Command.Delete command, long now) {
        boolean hit = store.delete(command.key(), now);
        counters.increment(hit ? Counter.DELETE_HITS : Counter.DELETE_MISSES);
        return (hit ? Outcome.DELETED : Outcome.NOT_FOUND).reply();
    }

    Reply arithmetic(Command.Arithmetic command, long now) {
        DeltaResult result = store.addDelta(command.key(), command.increment(), command.delta(), now);
        return switch (result.outcome()) {
            case DONE -> new Reply.Numeric(result.value());
            case OUT_OF_MEMORY -> Outcome.OUT_OF_MEMORY.reply();
            case NON_NUMERIC -> Outcome.NON_NUMERIC.reply();
            case NOT_FOUND -> {
                counters.increment(command.increment() ? Counter.INCR_MISSES : Counter.DECR_MISSES);
                yield Outcome.NOT_FOUND.reply();
            }
        };
    }
}
