package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.MetaFlags;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Arithmetic;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.DeltaResult;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Carries out {@code ma}: add to a number or take from it, or make one (N). */
final class MetaArithmeticHandler {

    private static final long DEFAULT_DELTA = 1;

    private final VersionTraits traits;
    private final Store store;
    private final Arithmetic arithmetic;
    private final InitialNumber initialNumber;
    private final Counters counters;
    private final Timekeeper timekeeper;

    MetaArithmeticHandler(
            VersionTraits traits,
            Store store,
            Arithmetic arithmetic,
            InitialNumber initialNumber,
            Counters counters,
            Timekeeper timekeeper) {
        this.traits = traits;
        this.store = store;
        this.arithmetic = arithmetic;
        this.initialNumber = initialNumber;
        this.counters = counters;
        this.timekeeper = timekeeper;
    }

    Reply apply(Command.MetaArithmetic command, long now) {
        MetaFlags flags = command.options();
        byte[] key = command.key().bytes();
        DeltaResult result =
                arithmetic.apply(key, command.increment(), flags.number('D', DEFAULT_DELTA), flags.number('C'), now);
        return switch (result.outcome()) {
            case DONE -> changed(command, result, now);
            case EXISTS -> MetaAnswers.withKeyAndOpaque(MetaReply.Code.EX, command.key(), flags, false);
            case NON_NUMERIC -> Outcome.NON_NUMERIC.reply();
            case OUT_OF_MEMORY -> Outcome.OUT_OF_MEMORY.reply();
            case NOT_FOUND -> flags.has('N') ? vivify(command, now) : miss(command);
        };
    }

    private Reply miss(Command.MetaArithmetic command) {
        counters.increment(command.increment() ? Counter.INCR_MISSES : Counter.DECR_MISSES);
        return MetaAnswers.withKeyAndOpaque(MetaReply.Code.NF, command.key(), command.options(), false);
    }

    private Reply changed(Command.MetaArithmetic command, DeltaResult result, long now) {
        Item item = Objects.requireNonNull(result.item());
        if (command.options().has('E')) {
            item.cas(command.options().number('E'));
        }
        return answer(command, item, result.value(), false, command.options().has('q'), now);
    }

    private Reply vivify(Command.MetaArithmetic command, long now) {
        MetaFlags flags = command.options();
        long number = flags.number('J');
        LongSupplier unique = () -> flags.has('E') ? flags.number('E') : store.newUnique();
        Item item = initialNumber.store(command.key().bytes(), number, 0, unique, now);
        if (item == null) {
            return Outcome.OUT_OF_MEMORY_ALLOCATING.reply();
        }
        boolean muted = flags.has('q') && traits.quietMutesVivifiedArithmetic();
        return answer(command, item, number, true, muted, now);
    }

    private Reply answer(
            Command.MetaArithmetic command, Item item, long number, boolean vivified, boolean muted, long now) {
        MetaFlags flags = command.options();
        byte @Nullable [] digits = Long.toUnsignedString(number).getBytes(US_ASCII);
        MetaReply reply =
                flags.has('v') ? new MetaReply(MetaReply.Code.VA, digits, 0) : new MetaReply(MetaReply.Code.HD);
        for (byte letter : flags.order()) {
            switch (letter) {
                case 'c' -> reply.number('c', item.cas());
                case 't' -> MetaAnswers.timeToLive(item, reply, now);
                case 'T' -> item.exptime(timekeeper.time().expiry(flags.number('T'), now));
                case 'N' -> {
                    if (vivified) {
                        item.exptime(timekeeper.time().expiry(flags.number('N'), now));
                    }
                }
                default -> {
                    if (letter == 'O' && flags.isOpaqueTooLong()) {
                        return new Reply.Failure(CommandError.OPAQUE_TOO_LONG);
                    }
                    MetaAnswers.keyOrOpaque((char) letter, command.key(), flags, reply);
                }
            }
        }
        return muted ? new Reply.Silence(reply) : reply;
    }
}
