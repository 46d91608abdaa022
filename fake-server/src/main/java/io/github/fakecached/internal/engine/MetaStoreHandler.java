package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.MetaFlags;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.store.StoreResult;
import io.github.fakecached.internal.version.VersionTraits;

/** Carries out {@code ms}, once its data block has come. */
final class MetaStoreHandler {

    private final VersionTraits traits;
    private final ItemWriter writer;
    private final Timekeeper timekeeper;

    MetaStoreHandler(VersionTraits traits, ItemWriter writer, Timekeeper timekeeper) {
        this.traits = traits;
        this.writer = writer;
        this.timekeeper = timekeeper;
    }

    Reply store(Command.MetaStore command, long now) {
        MetaFlags flags = command.options();
        boolean vivifies = command.mode() == StoreMode.APPENDVIV || command.mode() == StoreMode.PREPENDVIV;
        long expiry = timekeeper.time().expiry(flags.number(vivifies ? 'N' : 'T'), now);
        Item item = new Item(command.keyAndValue(), command.keyLength(), command.flags(), expiry);
        if (command.key().binary()) {
            item.markBinaryKey();
        }
        StoreResult result =
                writer.store(item, command.mode(), flags.number('C'), flags.has('I'), flags.number('E'), now);
        MetaReply.Code code = switch (result.outcome()) {
            case STORED -> MetaReply.Code.HD;
            case NOT_STORED -> MetaReply.Code.NS;
            case EXISTS -> MetaReply.Code.EX;
            case NOT_FOUND -> MetaReply.Code.NF;
        };
        Reply answer = answer(code, command, result);
        return code == MetaReply.Code.HD && flags.has('q') ? new Reply.Silence(answer) : answer;
    }

    private Reply answer(MetaReply.Code code, Command.MetaStore command, StoreResult result) {
        MetaReply reply = new MetaReply(code);
        Item stored = result.stored();
        for (byte letter : command.options().order()) {
            if (letter == 'c') {
                reply.number('c', result.cas());
            } else if (letter == 's' && traits.metaStoreReportsSize()) {
                reply.number('s', stored == null ? command.length() : stored.valueLength());
            } else {
                MetaAnswers.keyOrOpaque((char) letter, command.key(), command.options(), reply);
            }
        }
        return reply;
    }
}
