package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the meta commands: {@code mg md ma me key flag*}, {@code ms key datalen flag*} and {@code mn}. */
final class MetaParser {

    private static final byte[] BINARY_KEY = "b".getBytes(US_ASCII);
    private static final int KEY = 1;
    private static final int LENGTH = 2;
    private static final int MAX_TOKENS = 20;

    /** What C reads behind a lone M, and sees when it looks whether there was an M at all. */
    private static final char NO_MODE = 0;

    private static final long LENGTH_MAX = Integer.MAX_VALUE - 2L;

    private final VersionTraits traits;
    private final NumberSyntax numbers;

    MetaParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
    }

    Command parse(CommandTable row, Tokens tokens) {
        return switch (row) {
            case MN -> new Command.Noop();
            case ME -> debug(tokens);
            case MS -> store(tokens);
            default -> keyed(row, tokens);
        };
    }

    private Command debug(Tokens tokens) {
        if (tokens.count() <= KEY || tokens.isTooLong(KEY) || startsOddly(tokens, KEY + 1)) {
            return new Command.Invalid(BAD_FORMAT, false);
        }
        byte[] key = tokens.copy(KEY);
        byte[] decoded = tokens.is(KEY + 1, BINARY_KEY) ? Base64Key.decode(key) : key;
        return decoded == null ? new Command.Invalid(BAD_FORMAT, false) : new Command.MetaDebug(decoded);
    }

    private Command keyed(CommandTable row, Tokens tokens) {
        if (startsOddly(tokens, KEY + 1)) {
            return new Command.Invalid(BAD_FORMAT, false);
        }
        CommandError lineError = lineError(row, tokens);
        if (lineError != null) {
            boolean summarized = row == CommandTable.MA && !traits.metaLineErrorsKeepData();
            return new Command.Invalid(summarized ? CommandError.INVALID_OR_DUPLICATE_FLAG : lineError, false);
        }
        MetaFlagParser parser = new MetaFlagParser(traits, numbers, tokens);
        MetaFlags flags = parser.parse(KEY + 1);
        if (parser.error() != null) {
            boolean summarized =
                    row == CommandTable.MA || (row == CommandTable.MD && traits.metaDeleteSummarizesErrors());
            return new Command.Invalid(summarized ? CommandError.INVALID_OR_DUPLICATE_FLAG : parser.error(), false);
        }
        MetaKey metaKey = new MetaKey(parser.key(), flags.has('b'));
        return switch (row) {
            case MG -> new Command.MetaGet(metaKey, flags);
            case MD -> new Command.MetaDelete(metaKey, flags);
            default -> arithmetic(metaKey, flags);
        };
    }

    private static Command arithmetic(MetaKey key, MetaFlags flags) {
        return switch ((char) flags.number('M', 'I')) {
            case NO_MODE, 'I', '+' -> new Command.MetaArithmetic(key, true, flags);
            case 'D', '-' -> new Command.MetaArithmetic(key, false, flags);
            default -> new Command.Invalid(CommandError.BAD_ARITHMETIC_MODE, false);
        };
    }

    private Command store(Tokens tokens) {
        OptionalLong length = numbers.signed32(tokens, LENGTH);
        if (startsOddly(tokens, LENGTH + 1)
                || length.isEmpty()
                || length.getAsLong() < 0
                || length.getAsLong() > LENGTH_MAX) {
            return new Command.Invalid(storeLineError(tokens), false);
        }
        int dataLength = (int) length.getAsLong();
        CommandError error = lineError(CommandTable.MS, tokens);
        if (error != null && traits.metaLineErrorsKeepData()) {
            return new Command.Invalid(error, false);
        }
        MetaFlagParser parser = new MetaFlagParser(traits, numbers, tokens);
        MetaFlags flags = parser.parse(LENGTH + 1);
        error = error == null ? parser.error() : error;
        if (error != null) {
            return new Command.Invalid(error, false, dataLength);
        }
        StoreMode mode = storeMode(flags);
        if (mode == null) {
            return new Command.Invalid(CommandError.BAD_STORE_MODE, false, dataLength);
        }
        if (flags.isOpaqueTooLong() && traits.metaLineErrorsKeepData()) {
            return new Command.Invalid(CommandError.OPAQUE_TOO_LONG, false, dataLength);
        }
        MetaKey key = new MetaKey(parser.key(), flags.has('b'));
        return new Command.MetaStore(key, mode, flags, dataLength, parser.key());
    }

    /** Null if the letter behind M names no mode. A cas unique to compare makes a cas of set and replace. */
    private @Nullable StoreMode storeMode(MetaFlags flags) {
        boolean vivifies = flags.has('N') && traits.metaAppendVivifies();
        return switch ((char) flags.number('M', 'S')) {
            case NO_MODE, 'S' -> flags.has('C') ? StoreMode.CAS : StoreMode.SET;
            case 'R' -> flags.has('C') ? StoreMode.CAS : StoreMode.REPLACE;
            case 'E' -> StoreMode.ADD;
            case 'A' -> vivifies ? StoreMode.APPENDVIV : StoreMode.APPEND;
            case 'P' -> vivifies ? StoreMode.PREPENDVIV : StoreMode.PREPEND;
            default -> null;
        };
    }

    /** Before 1.6.40 the number of tokens is judged before the length. */
    private CommandError storeLineError(Tokens tokens) {
        CommandError error = traits.metaLineErrorsKeepData() ? lineError(CommandTable.MS, tokens) : null;
        return error == null ? BAD_FORMAT : error;
    }

    private @Nullable CommandError lineError(CommandTable row, Tokens tokens) {
        if (tokens.isTooLong(KEY)) {
            return BAD_FORMAT;
        }
        if (tokens.count() > (traits.metaLineErrorsKeepData() ? MAX_TOKENS - 1 : MAX_TOKENS)) {
            return row == CommandTable.MG || !traits.metaLineErrorsKeepData()
                    ? CommandError.TOO_MANY_FLAGS
                    : CommandError.TOO_MANY_FLAGS_BEFORE_1_6_40;
        }
        return null;
    }

    /** Since 1.6.40 the tokenizer itself gives up on a flag that is no letter, digit or one of a few signs between them. */
    private boolean startsOddly(Tokens tokens, int first) {
        if (traits.metaLineErrorsKeepData()) {
            return false;
        }
        for (int token = first; token <= tokens.last(); token++) {
            int letter = tokens.line()[tokens.start(token)];
            boolean digit = letter >= '0' && letter <= '9';
            if (!digit && (letter <= '@' || letter > 'z')) {
                return true;
            }
        }
        return false;
    }
}
