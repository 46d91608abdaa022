package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_DELETE;
import static io.github.fakecached.internal.command.CommandError.BAD_DELTA;
import static io.github.fakecached.internal.command.CommandError.BAD_EXPTIME;
import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;

/** Reads the commands with one key and no data block: {@code touch}, {@code delete}, {@code incr} and {@code decr}. */
final class KeyParser {

    private static final byte[] ZERO = "0".getBytes(US_ASCII);
    private static final int KEY = 1;
    private static final int ARGUMENT = 2;

    private final VersionTraits traits;
    private final NumberSyntax numbers;

    KeyParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
    }

    Command parse(CommandTable row, Tokens tokens) {
        boolean noreply = tokens.is(tokens.last(), TextParser.NOREPLY);
        if (row == CommandTable.DELETE) {
            return delete(tokens, noreply);
        }
        if (tokens.isTooLong(KEY)) {
            return new Command.Invalid(BAD_FORMAT, noreply);
        }
        return row == CommandTable.TOUCH
                ? touch(tokens, noreply)
                : arithmetic(tokens, row == CommandTable.INCR, noreply);
    }

    private Command touch(Tokens tokens, boolean noreply) {
        OptionalLong exptime = numbers.signed32(tokens, ARGUMENT);
        return exptime.isEmpty()
                ? new Command.Invalid(BAD_EXPTIME, noreply)
                : new Command.Touch(tokens.copy(KEY), exptime.getAsLong(), noreply);
    }

    private Command arithmetic(Tokens tokens, boolean increment, boolean noreply) {
        OptionalLong delta = numbers.unsigned64(tokens, ARGUMENT);
        return delta.isEmpty()
                ? new Command.Invalid(BAD_DELTA, noreply)
                : new Command.Arithmetic(tokens.copy(KEY), increment, delta.getAsLong(), null, 0, noreply);
    }

    private Command delete(Tokens tokens, boolean lastIsNoreply) {
        boolean noreply = lastIsNoreply;
        if (traits.deleteChecksExtraTokens()) {
            noreply = lastIsNoreply && tokens.count() > ARGUMENT;
            if (!isUsageOfDelete(tokens, noreply)) {
                return new Command.Invalid(BAD_DELETE, noreply);
            }
        }
        return tokens.isTooLong(KEY)
                ? new Command.Invalid(BAD_FORMAT, noreply)
                : new Command.Delete(tokens.copy(KEY), 0, true, noreply);
    }

    /** {@code delete key [0] [noreply]}, where 0 was a delay once. */
    private static boolean isUsageOfDelete(Tokens tokens, boolean noreply) {
        boolean zero = tokens.is(ARGUMENT, ZERO);
        return switch (tokens.count()) {
            case 2 -> true;
            case 3 -> zero || noreply;
            default -> zero && noreply;
        };
    }
}
