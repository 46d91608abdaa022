package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.Arrays;

/** Carries out {@code me}: tells what is known of an item, and changes nothing of it. */
final class MetaDebugHandler {

    private final VersionTraits traits;
    private final Store store;
    private final StoreRules rules;
    private final Counters counters;

    MetaDebugHandler(VersionTraits traits, Store store, StoreRules rules, Counters counters) {
        this.traits = traits;
        this.store = store;
        this.rules = rules;
        this.counters = counters;
    }

    Reply describe(Command.MetaDebug command, long now) {
        counters.increment(Counter.CMD_META);
        Item item = store.find(command.key(), command.key().length, now);
        if (item == null) {
            return new Reply.Missing();
        }
        long size = rules.sizeOf(item);
        String report = "exp=%d la=%d cas=%s fetch=%s cls=%d size=%d"
                .formatted(
                        secondsLeft(item, now),
                        now - item.time(),
                        Long.toUnsignedString(item.cas()),
                        item.isFetched() ? "yes" : "no",
                        rules.slabClass(item),
                        size);
        byte[] key = Arrays.copyOf(item.keyAndValue(), item.keyLength());
        return new Reply.ItemReport(key, item.hasBinaryKey(), report);
    }

    /** Cut to 32 bits, as memcached prints it: a binary exptime may be more than 2^31 seconds away. */
    private int secondsLeft(Item item, long now) {
        if (item.exptime() == 0) {
            return -1;
        }
        return (int) (traits.metaDebugNegatesExpiry() ? now - item.exptime() : item.exptime() - now);
    }
}
