package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Arithmetic;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.DeleteOutcome;
import io.github.fakecached.internal.store.DeltaResult;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;

/** Carries out {@code touch delete incr decr}. */
final class KeyHandler {

    private final Store store;
    private final Arithmetic arithmetic;
    private final InitialNumber initialNumber;
    private final Counters counters;
    private final Timekeeper timekeeper;

    KeyHandler(
            Store store, Arithmetic arithmetic, InitialNumber initialNumber, Counters counters, Timekeeper timekeeper) {
        this.store = store;
        this.arithmetic = arithmetic;
        this.initialNumber = initialNumber;
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
        DeleteOutcome outcome = store.delete(command.key(), command.unique(), now);
        if (outcome == DeleteOutcome.EXISTS) {
            return Outcome.EXISTS.reply();
        }
        boolean hit = outcome == DeleteOutcome.DELETED;
        counters.increment(hit ? Counter.DELETE_HITS : Counter.DELETE_MISSES);
        return (hit ? Outcome.DELETED : Outcome.NOT_FOUND).reply();
    }

    Reply arithmetic(Command.Arithmetic command, long now) {
        DeltaResult result =
                arithmetic.apply(command.key(), command.increment(), command.delta(), command.unique(), now);
        return switch (result.outcome()) {
            case DONE -> new Reply.Numeric(result.value(), result.cas());
            case EXISTS -> Outcome.EXISTS.reply();
            case NON_NUMERIC -> Outcome.NON_NUMERIC.reply();
            case OUT_OF_MEMORY -> Outcome.OUT_OF_MEMORY.reply();
            case NOT_FOUND -> {
                if (command.initial() != null) {
                    yield create(command.key(), command.initial(), now);
                }
                counters.increment(command.increment() ? Counter.INCR_MISSES : Counter.DECR_MISSES);
                yield Outcome.NOT_FOUND.reply();
            }
        };
    }

    /** A number that is not there is made, not changed: the delta has no part in it, and no miss is counted. */
    private Reply create(byte[] key, Command.Initial initial, long now) {
        long expiry = timekeeper.time().expiry(initial.exptime(), now);
        Item item = initialNumber.store(key, initial.number(), expiry, store::newUnique, now);
        return item == null
                ? Outcome.OUT_OF_MEMORY_ALLOCATING.reply()
                : new Reply.Numeric(initial.number(), item.cas());
    }
}
