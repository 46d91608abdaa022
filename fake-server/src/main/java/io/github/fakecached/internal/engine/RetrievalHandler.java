package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out {@code get gets gat gats}. Keys before one that is too long are fetched, and counted, all the same. */
final class RetrievalHandler {

    private final Store store;
    private final Counters counters;
    private final Timekeeper timekeeper;

    RetrievalHandler(Store store, Counters counters, Timekeeper timekeeper) {
        this.store = store;
        this.counters = counters;
        this.timekeeper = timekeeper;
    }

    Reply get(Command.Get command, long now) {
        List<Reply.Value> found = new ArrayList<>(command.keys().size());
        for (byte[] key : command.keys()) {
            Item item = store.fetch(key, now);
            counters.increment(Counter.CMD_GET);
            counters.increment(item == null ? Counter.GET_MISSES : Counter.GET_HITS);
            addTo(found, item);
        }
        return reply(found, command.withCas(), command.keyTooLong());
    }

    Reply getAndTouch(Command.GetAndTouch command, long now) {
        long expiry = timekeeper.time().expiry(command.exptime(), now);
        List<Reply.Value> found = new ArrayList<>(command.keys().size());
        for (byte[] key : command.keys()) {
            Item item = store.touch(key, expiry, now);
            counters.increment(Counter.CMD_TOUCH);
            counters.increment(item == null ? Counter.TOUCH_MISSES : Counter.TOUCH_HITS);
            addTo(found, item);
        }
        return reply(found, command.withCas(), command.keyTooLong());
    }

    private static void addTo(List<Reply.Value> found, @Nullable Item item) {
        if (item != null) {
            found.add(new Reply.Value(item.keyAndValue(), item.keyLength(), item.flags(), item.cas()));
        }
    }

    private static Reply reply(List<Reply.Value> found, boolean withCas, boolean keyTooLong) {
        return keyTooLong ? new Reply.Failure(CommandError.BAD_FORMAT) : new Reply.Values(found, withCas);
    }
}
