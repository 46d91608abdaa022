package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.store.StoreResult;
import io.github.fakecached.internal.store.StoreRules;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Carries out {@code set add replace append prepend cas}. */
final class StorageHandler {

    private final Store store;
    private final ItemWriter writer;
    private final StoreRules rules;
    private final Counters counters;
    private final PrefixStatistics prefixes;
    private final ItemLog log;
    private final Timekeeper timekeeper;

    StorageHandler(
            Store store,
            ItemWriter writer,
            StoreRules rules,
            Counters counters,
            PrefixStatistics prefixes,
            ItemLog log,
            Timekeeper timekeeper) {
        this.store = store;
        this.writer = writer;
        this.rules = rules;
        this.counters = counters;
        this.prefixes = prefixes;
        this.log = log;
        this.timekeeper = timekeeper;
    }

    /** The answer to a command that is refused by its line, before its data block has come; null if the block is welcome. */
    @Nullable
    Reply refuse(Command.WithValue command, StoreCounting counting, long now) {
        if (command instanceof Command.Storage) {
            prefixes.countSet(command.keyAndValue(), command.keyLength());
        }
        if (!rules.fits(command.keyLength(), command.flags(), command.length())) {
            return refuse(command, Counter.STORE_TOO_LARGE, Outcome.TOO_LARGE, counting, now);
        }
        if (!store.makeRoom(rules.sizeOf(command.keyLength(), command.flags(), command.length()), now)) {
            return refuse(command, Counter.STORE_NO_MEMORY, Outcome.OUT_OF_MEMORY_STORING, counting, now);
        }
        if (counting.isByLine()) {
            count(command);
        }
        boolean opaqueTooLong =
                command instanceof Command.MetaStore meta && meta.options().isOpaqueTooLong();
        return opaqueTooLong ? fail(command, CommandError.OPAQUE_TOO_LONG) : null;
    }

    /** The answer to a command whose line was welcome, but not what came with it. */
    Reply fail(Command.WithData command, CommandError error) {
        // By then ms has taken its cas unique, unless it was given one (process_mset_command in proto_text.c).
        if (command instanceof Command.MetaStore meta && !meta.options().has('E')) {
            store.reserveUnique();
        }
        return new Reply.Failure(error);
    }

    void dataHasCome(Command.WithValue command, StoreCounting counting) {
        if (!counting.isByLine()) {
            count(command);
        }
    }

    private void count(Command.WithValue command) {
        long size = rules.sizeOf(command.keyLength(), command.flags(), command.length());
        counters.increment(Counter.CMD_SET, rules.slabClasses().of(size));
    }

    /** A set that fails, or any ms, does not leave the old value behind (process_update_cmd_start in proto_parser.c). */
    private Reply refuse(
            Command.WithValue command, Counter refusal, Outcome outcome, StoreCounting counting, long now) {
        if (counting.countsRefusals()) {
            counters.increment(refusal);
        }
        log.refused(
                command.keyAndValue(),
                command.keyLength(),
                outcome == Outcome.TOO_LARGE ? "too_large" : "no_memory",
                command instanceof Command.Storage storage ? storage.mode() : StoreMode.SET);
        if (!(command instanceof Command.Storage storage) || storage.mode() == StoreMode.SET) {
            store.delete(Arrays.copyOf(command.keyAndValue(), command.keyLength()), now);
        }
        return outcome.reply();
    }

    Reply store(Command.Storage command, long now) {
        long expiry = timekeeper.time().expiry(command.exptime(), now);
        Item item = new Item(command.keyAndValue(), command.keyLength(), command.flags(), expiry);
        StoreResult result = writer.store(item, command.mode(), command.unique(), now);
        return switch (result.outcome()) {
            case STORED -> new Reply.Status(Outcome.STORED, result.cas());
            case NOT_STORED -> Outcome.NOT_STORED.reply();
            case EXISTS -> Outcome.EXISTS.reply();
            case NOT_FOUND -> Outcome.NOT_FOUND.reply();
        };
    }
}
