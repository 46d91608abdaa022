package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out {@code get gets gat gats}. Keys before one that is too long are fetched, and counted, all the same. */
final class RetrievalHandler {

    private final Store store;
    private final HitCounting hits;
    private final PrefixStatistics prefixes;
    private final Timekeeper timekeeper;
    private final ClusterHandler cluster;

    RetrievalHandler(
            Store store, HitCounting hits, PrefixStatistics prefixes, Timekeeper timekeeper, ClusterHandler cluster) {
        this.store = store;
        this.hits = hits;
        this.prefixes = prefixes;
        this.timekeeper = timekeeper;
        this.cluster = cluster;
    }

    Reply get(Command.Get command, long now) {
        List<Reply.Value> found = new ArrayList<>(command.keys().size());
        for (byte[] key : command.keys()) {
            Reply.Value announcement = cluster.item(key);
            if (announcement != null) {
                found.add(announcement);
                continue;
            }
            Item item = store.find(key, key.length, now);
            hits.retrieval(item);
            prefixes.countGet(key, item != null);
            addTo(found, item, now);
        }
        return reply(found, command.withCas(), command.keyTooLong());
    }

    Reply getAndTouch(Command.GetAndTouch command, long now) {
        long expiry = timekeeper.time().expiry(command.exptime(), now);
        List<Reply.Value> found = new ArrayList<>(command.keys().size());
        for (byte[] key : command.keys()) {
            Item item = store.find(key, key.length, now);
            hits.touch(item);
            prefixes.countGet(key, item != null);
            if (item != null) {
                item.exptime(expiry);
            }
            addTo(found, item, now);
        }
        return reply(found, command.withCas(), command.keyTooLong());
    }

    private void addTo(List<Reply.Value> found, @Nullable Item item, long now) {
        if (item != null) {
            store.bump(item, now);
            found.add(new Reply.Value(item.keyAndValue(), item.keyLength(), item.flags(), item.cas()));
        }
    }

    private static Reply reply(List<Reply.Value> found, boolean withCas, boolean keyTooLong) {
        return keyTooLong ? new Reply.Failure(CommandError.BAD_FORMAT) : new Reply.Values(found, withCas);
    }
}
