package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.MetaFlags;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;

/** Carries out {@code md}: delete an item, empty it (x), or mark it as stale (I). */
final class MetaDeleteHandler {

    private final Store store;
    private final StoreRules rules;
    private final Counters counters;
    private final ItemLog log;
    private final Timekeeper timekeeper;

    MetaDeleteHandler(Store store, StoreRules rules, Counters counters, ItemLog log, Timekeeper timekeeper) {
        this.store = store;
        this.rules = rules;
        this.counters = counters;
        this.log = log;
        this.timekeeper = timekeeper;
    }

    Reply delete(Command.MetaDelete command, long now) {
        MetaFlags flags = command.options();
        if (flags.isOpaqueTooLong()) {
            return new Reply.Failure(CommandError.OPAQUE_TOO_LONG);
        }
        byte[] key = command.key().bytes();
        Item item = store.find(key, key.length, now);
        if (item == null || (flags.has('C') && item.cas() != flags.number('C'))) {
            counters.increment(Counter.DELETE_MISSES);
            MetaReply.Code code = item == null ? MetaReply.Code.NF : MetaReply.Code.EX;
            return MetaAnswers.withKeyAndOpaque(code, command.key(), flags, false);
        }
        if (flags.has('x')) {
            Item emptied = empty(item, key, flags, now);
            if (!store.makeRoom(rules.sizeOf(emptied), now)) {
                return Outcome.OUT_OF_MEMORY.reply();
            }
            store.replace(item, emptied, flags.number('E', item.cas()), now);
            item = emptied;
        }
        if (flags.has('I')) {
            markStale(item, flags, now);
        } else {
            counters.increment(Counter.DELETE_HITS, rules.slabClass(item));
            log.deleted(item, "md");
            if (!flags.has('x')) {
                store.unlink(item);
            }
        }
        return MetaAnswers.withKeyAndOpaque(MetaReply.Code.HD, command.key(), flags, flags.has('q'));
    }

    private Item empty(Item item, byte[] key, MetaFlags flags, long now) {
        long expiry = timekeeper.time().expiry(flags.number('T'), now);
        return new Item(key, item.keyLength(), (int) flags.number('F'), expiry);
    }

    private void markStale(Item item, MetaFlags flags, long now) {
        if (flags.has('T')) {
            item.exptime(timekeeper.time().expiry(flags.number('T'), now));
        }
        item.markStale();
        item.cas(flags.has('E') ? flags.number('E') : store.newUnique());
    }
}
