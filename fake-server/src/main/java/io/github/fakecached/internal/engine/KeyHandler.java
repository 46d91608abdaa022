package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Arithmetic;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.DeltaResult;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;

/** Carries out {@code touch delete incr decr}. */
final class KeyHandler {

    private final Store store;
    private final StoreRules rules;
    private final Arithmetic arithmetic;
    private final InitialNumber initialNumber;
    private final HitCounting hits;
    private final Counters counters;
    private final PrefixStatistics prefixes;
    private final ItemLog log;
    private final Timekeeper timekeeper;

    KeyHandler(
            Store store,
            StoreRules rules,
            Arithmetic arithmetic,
            InitialNumber initialNumber,
            HitCounting hits,
            Counters counters,
            PrefixStatistics prefixes,
            ItemLog log,
            Timekeeper timekeeper) {
        this.store = store;
        this.rules = rules;
        this.hits = hits;
        this.arithmetic = arithmetic;
        this.initialNumber = initialNumber;
        this.counters = counters;
        this.prefixes = prefixes;
        this.log = log;
        this.timekeeper = timekeeper;
    }

    Reply touch(Command.Touch command, long now) {
        Item item = store.find(command.key(), command.key().length, now);
        hits.touch(item);
        if (item == null) {
            return Outcome.NOT_FOUND.reply();
        }
        item.exptime(timekeeper.time().expiry(command.exptime(), now));
        store.bump(item, now);
        return Outcome.TOUCHED.reply();
    }

    Reply delete(Command.Delete command, long now) {
        prefixes.countDelete(command.key());
        Item item = store.find(command.key(), command.key().length, now);
        if (item == null) {
            counters.increment(Counter.DELETE_MISSES);
            return Outcome.NOT_FOUND.reply();
        }
        if (command.unique() != 0 && command.unique() != item.cas()) {
            return Outcome.EXISTS.reply();
        }
        counters.increment(Counter.DELETE_HITS, rules.slabClass(item));
        if (command.logged()) {
            log.deleted(item, "delete");
        }
        store.unlink(item);
        return Outcome.DELETED.reply();
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
