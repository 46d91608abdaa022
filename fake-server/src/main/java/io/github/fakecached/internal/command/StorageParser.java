package io.github.fakecached.internal.command;

import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;

/** Reads {@code set add replace append prepend cas}: {@code key flags exptime bytes [unique] [noreply]}. */
final class StorageParser {

    private static final int KEY = 1;
    private static final int FLAGS = 2;
    private static final int EXPTIME = 3;
    private static final int BYTES = 4;
    private static final int UNIQUE = 5;
    private static final long BYTES_MAX = Integer.MAX_VALUE - 2L;

    private final VersionTraits traits;
    private final NumberSyntax numbers;

    StorageParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
    }

    Command parse(CommandTable row, Tokens tokens) {
        OptionalLong bytes = numbers.signed32(tokens, BYTES);
        boolean hasLength = bytes.isPresent() && bytes.getAsLong() >= 0 && bytes.getAsLong() <= BYTES_MAX;
        if (!hasLength && traits.lengthJudgedFirst()) {
            return new Command.Invalid(CommandError.BAD_FORMAT, false);
        }
        boolean noreply = tokens.is(tokens.last(), TextParser.NOREPLY);
        OptionalLong flags = NumberSyntax.AS_IN_C.unsigned32(tokens, FLAGS);
        OptionalLong exptime = NumberSyntax.AS_IN_C.signed32(tokens, EXPTIME);
        StoreMode mode = row.storeMode();
        OptionalLong unique = mode == StoreMode.CAS ? numbers.unsigned64(tokens, UNIQUE) : OptionalLong.of(0);
        if (!hasLength || tokens.isTooLong(KEY) || flags.isEmpty() || exptime.isEmpty() || unique.isEmpty()) {
            int dataLength = traits.swallowsDataOfBadLine() ? (int) bytes.orElseThrow() : Command.Invalid.NO_DATA;
            return new Command.Invalid(CommandError.BAD_FORMAT, noreply, dataLength);
        }
        return new Command.Storage(
                mode,
                tokens.copy(KEY),
                tokens.length(KEY),
                (int) flags.getAsLong(),
                exptime.getAsLong(),
                (int) bytes.getAsLong(),
                unique.getAsLong(),
                noreply);
    }
}
