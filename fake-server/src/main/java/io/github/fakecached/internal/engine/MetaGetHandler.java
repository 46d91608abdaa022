package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.MetaFlags;
import io.github.fakecached.internal.command.MetaKey;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.LruSegment;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;
import io.github.fakecached.internal.version.VersionTraits;
import org.jspecify.annotations.Nullable;

/** Carries out {@code mg}: fetch, touch, vivify, and the token that tells one client to recache an item. */
final class MetaGetHandler {

    private final VersionTraits traits;
    private final Store store;
    private final StoreRules rules;
    private final HitCounting hits;
    private final Timekeeper timekeeper;

    MetaGetHandler(VersionTraits traits, Store store, StoreRules rules, HitCounting hits, Timekeeper timekeeper) {
        this.traits = traits;
        this.store = store;
        this.rules = rules;
        this.hits = hits;
        this.timekeeper = timekeeper;
    }

    Reply get(Command.MetaGet command, long now) {
        MetaKey key = command.key();
        MetaFlags flags = command.options();
        Item item = store.find(key.bytes(), key.bytes().length, now);
        boolean vivified = item == null && flags.has('N');
        if (vivified) {
            item = vivify(key, flags, now);
        }
        return item == null ? miss(key, flags) : hit(item, vivified, flags, now);
    }

    private @Nullable Item vivify(MetaKey key, MetaFlags flags, long now) {
        Item item = new Item(key.bytes(), key.bytes().length, 0, 0);
        if (!store.makeRoom(rules.sizeOf(item), now)) {
            return null;
        }
        store.link(item, flags.has('E') ? flags.number('E') : store.newUnique(), now);
        return item;
    }

    private Reply miss(MetaKey key, MetaFlags flags) {
        hits.retrieval(null);
        return MetaAnswers.withKeyAndOpaque(MetaReply.Code.EN, key, flags, flags.has('q'));
    }

    private Reply hit(Item item, boolean vivified, MetaFlags flags, long now) {
        LruSegment segment = item.segment();
        boolean bumpsLater = flags.has('h') || flags.has('l') || flags.has('T') || flags.has('N') || flags.has('R');
        if (!bumpsLater && !flags.has('u')) {
            store.bump(item, now);
        }
        boolean same = flags.has('C') && traits.metaGetComparesCas() && item.cas() == flags.number('C');
        MetaReply reply = flags.has('v') && !same
                ? new MetaReply(MetaReply.Code.VA, item.keyAndValue(), item.keyLength())
                : new MetaReply(MetaReply.Code.HD);
        boolean wins = false;
        for (byte letter : flags.order()) {
            if (letter == 'O' && flags.isOpaqueTooLong()) {
                return new Reply.Failure(CommandError.OPAQUE_TOO_LONG);
            }
            wins |= act((char) letter, item, vivified, flags, now);
            answer((char) letter, item, flags, reply, now);
        }
        answerToken(item, wins, reply);
        if (bumpsLater && !flags.has('u')) {
            store.bump(item, now);
        }
        if (flags.has('T')) {
            hits.touch(item);
        } else {
            hits.retrieval(item, segment);
        }
        return reply;
    }

    /** Does what a flag asks for; true if the client wins the right to recache by it. */
    private boolean act(char letter, Item item, boolean vivified, MetaFlags flags, long now) {
        long expiry = timekeeper.time().expiry(flags.number(letter), now);
        switch (letter) {
            case 'T' -> item.exptime(expiry);
            case 'N' -> {
                if (vivified) {
                    item.exptime(expiry);
                }
                return vivified;
            }
            case 'R' -> {
                return !item.isTokenSent() && !vivified && item.exptime() != 0 && item.exptime() < expiry;
            }
            default -> {}
        }
        return false;
    }

    private static void answer(char letter, Item item, MetaFlags flags, MetaReply reply, long now) {
        switch (letter) {
            case 's' -> reply.number('s', item.valueLength());
            case 't' -> MetaAnswers.timeToLive(item, reply, now);
            case 'c' -> reply.number('c', item.cas());
            case 'f' -> reply.number('f', Integer.toUnsignedLong(item.flags()));
            case 'l' -> MetaAnswers.seconds('l', now - item.time(), reply);
            case 'h' -> reply.number('h', item.isFetched() ? 1 : 0);
            case 'k' -> reply.key(item.keyAndValue(), item.keyLength(), item.hasBinaryKey());
            case 'O' -> MetaAnswers.opaque(flags, reply);
            default -> {}
        }
    }

    /** Z: somebody was told to recache; X: stale; W: this client is told. */
    private static void answerToken(Item item, boolean wins, MetaReply reply) {
        if (item.isTokenSent()) {
            reply.letter('Z');
        }
        boolean winsStale = item.isStale() && !item.isTokenSent();
        if (item.isStale()) {
            reply.letter('X');
        }
        if (wins || winsStale) {
            reply.letter('W');
            item.markTokenSent();
        }
    }
}
