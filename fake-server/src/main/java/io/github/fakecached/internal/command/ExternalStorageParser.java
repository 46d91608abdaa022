package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.UNKNOWN;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads {@code extstore}, which memcached obeys whether it has external storage or not. */
final class ExternalStorageParser {

    private static final int NAME = 1;
    private static final int VALUE = 2;
    private static final int SLAB_CLASSES = 64;

    private final NumberSyntax numbers;

    ExternalStorageParser(NumberSyntax numbers) {
        this.numbers = numbers;
    }

    Command parse(Tokens tokens, boolean noreply) {
        return switch (tokens.word(NAME)) {
            case "free_memchunks" -> freeChunks(tokens, noreply);
            case "item_size" -> number(ShownSetting.EXT_ITEM_SIZE, tokens, noreply);
            case "item_age" -> number(ShownSetting.EXT_ITEM_AGE, tokens, noreply);
            case "low_ttl" -> number(ShownSetting.EXT_LOW_TTL, tokens, noreply);
            case "recache_rate" -> number(ShownSetting.EXT_RECACHE_RATE, tokens, noreply);
            case "compact_under" -> number(ShownSetting.EXT_COMPACT_UNDER, tokens, noreply);
            case "drop_under" -> number(ShownSetting.EXT_DROP_UNDER, tokens, noreply);
            case "max_sleep" -> number(ShownSetting.EXT_MAX_SLEEP, tokens, noreply);
            case "max_frag" -> fragmentation(RealNumber.of(tokens.word(VALUE)), noreply);
            case "drop_unread" -> dropUnread(numbers.unsigned32(tokens, VALUE), noreply);
            default -> new Command.Invalid(UNKNOWN, noreply);
        };
    }

    private Command number(ShownSetting setting, Tokens tokens, boolean noreply) {
        OptionalLong value = numbers.unsigned32(tokens, VALUE);
        return value.isEmpty()
                ? new Command.Invalid(UNKNOWN, noreply)
                : new MemoryCommand.Change(setting, Long.toString(value.getAsLong()), noreply);
    }

    private static Command fragmentation(OptionalDouble value, boolean noreply) {
        return value.isEmpty()
                ? new Command.Invalid(UNKNOWN, noreply)
                : new MemoryCommand.Change(ShownSetting.EXT_MAX_FRAG, RealNumber.text(value.getAsDouble(), 2), noreply);
    }

    private static Command dropUnread(OptionalLong value, boolean noreply) {
        return value.isEmpty()
                ? new Command.Invalid(UNKNOWN, noreply)
                : new MemoryCommand.Change(
                        ShownSetting.EXT_DROP_UNREAD, value.getAsLong() == 0 ? "no" : "yes", noreply);
    }

    /** Accepted by memcached for the sake of older tools, and without an effect. */
    private Command freeChunks(Tokens tokens, boolean noreply) {
        OptionalLong slabClass = numbers.unsigned32(tokens, VALUE);
        boolean valid = numbers.unsigned32(tokens, VALUE + 1).isPresent()
                && slabClass.isPresent()
                && slabClass.getAsLong() < SLAB_CLASSES;
        return valid ? new MemoryCommand.Ignored(noreply) : new Command.Invalid(UNKNOWN, noreply);
    }
}
