package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.MetaFlags;
import io.github.fakecached.internal.command.MetaKey;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Item;
import java.util.Objects;

/** What the replies of several meta commands have in common. */
final class MetaAnswers {

    private static final long UNSIGNED_32 = 0xffff_ffffL;

    private MetaAnswers() {}

    /** A reply that returns key and opaque, if asked for and if it is not muted. Too long an opaque is never muted. */
    static Reply withKeyAndOpaque(MetaReply.Code code, MetaKey key, MetaFlags flags, boolean muted) {
        if (flags.isOpaqueTooLong()) {
            return new Reply.Failure(CommandError.OPAQUE_TOO_LONG);
        }
        MetaReply reply = new MetaReply(code);
        for (byte letter : flags.order()) {
            keyOrOpaque((char) letter, key, flags, reply);
        }
        return muted ? new Reply.Silence(reply) : reply;
    }

    static void keyOrOpaque(char letter, MetaKey key, MetaFlags flags, MetaReply reply) {
        if (letter == 'k') {
            reply.key(key.bytes(), key.bytes().length, key.binary());
        } else if (letter == 'O') {
            opaque(flags, reply);
        }
    }

    static void opaque(MetaFlags flags, MetaReply reply) {
        reply.opaque(Objects.requireNonNull(flags.opaque()));
    }

    /** The seconds that an item has left. */
    static void timeToLive(Item item, MetaReply reply, long now) {
        if (item.exptime() == 0) {
            reply.neverExpires();
        } else {
            seconds('t', item.exptime() - now, reply);
        }
    }

    /** Seconds as memcached prints them: less than none is a large unsigned number. */
    static void seconds(char letter, long seconds, MetaReply reply) {
        reply.number(letter, seconds & UNSIGNED_32);
    }
}
