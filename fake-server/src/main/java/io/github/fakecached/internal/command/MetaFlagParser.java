package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static io.github.fakecached.internal.command.CommandError.BAD_META_TOKEN;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the flags of a meta command: one letter each, with its argument glued on. A flag may occur once; which command it is for
 * does not matter here. To be used for one line.
 */
final class MetaFlagParser {

    /** The longest opaque token, its letter included. */
    static final int OPAQUE_MAX_LENGTH = 32;

    private static final String WITHOUT_ARGUMENT = "bcfhklqstuvxILOP";
    private static final int LETTERS = 128;
    private static final int KEY = 1;

    private final VersionTraits traits;
    private final NumberSyntax numbers;
    private final Tokens tokens;
    private final long[] arguments = new long[LETTERS];
    private byte[] key;
    private @Nullable CommandError error;

    MetaFlagParser(VersionTraits traits, NumberSyntax numbers, Tokens tokens) {
        this.traits = traits;
        this.numbers = numbers;
        this.tokens = tokens;
        this.key = tokens.copy(KEY);
    }

    /** The key, decoded if the flags say that it is in base64. */
    byte[] key() {
        return key;
    }

    /** What was wrong with the flags last parsed; null if nothing was. */
    @Nullable
    CommandError error() {
        return error;
    }

    /** The flags from a token on; to be used only if there is no {@link #error()}. */
    MetaFlags parse(int first) {
        byte[] order = new byte[Math.max(0, tokens.count() - first)];
        byte[] opaque = null;
        boolean[] seen = new boolean[LETTERS];
        for (int token = first; token < tokens.count(); token++) {
            int letter = tokens.line()[tokens.start(token)];
            if (letter < 0 || letter == LETTERS - 1 || seen[letter]) {
                error = CommandError.DUPLICATE_FLAG;
                break;
            }
            seen[letter] = true;
            order[token - first] = (byte) letter;
            if (letter == 'O') {
                opaque = tokens.copy(token);
            }
            if (!parse((char) letter, token)) {
                break;
            }
        }
        return new MetaFlags(error == null ? order : new byte[0], opaque, arguments);
    }

    /** False if there is no sense in going on. */
    private boolean parse(char letter, int token) {
        if (!traits.metaFlags().contains(String.valueOf(letter))) {
            error = CommandError.INVALID_FLAG;
            return false;
        }
        if (letter == 'b') {
            decodeKey();
        }
        if (WITHOUT_ARGUMENT.indexOf(letter) >= 0) {
            return true;
        }
        if (letter == 'M') {
            parseMode(token);
        } else {
            parseNumber(letter, tokens.start(token) + 1, tokens.end(token));
        }
        return true;
    }

    private void parseNumber(char letter, int from, int to) {
        OptionalLong number = OptionalLong.empty();
        if (from < to) {
            number = switch (letter) {
                case 'F' -> numbers.unsigned32(tokens.line(), from, to);
                case 'N', 'T', 'R' -> numbers.signed32(tokens.line(), from, to);
                default -> numbers.unsigned64(tokens.line(), from, to);
            };
        }
        if (number.isPresent()) {
            arguments[letter] = number.getAsLong();
        } else {
            error = errorOf(letter);
        }
    }

    private void decodeKey() {
        byte[] decoded = Base64Key.decode(key);
        if (decoded == null) {
            error = CommandError.BAD_KEY_ENCODING;
        } else {
            key = decoded;
        }
    }

    private void parseMode(int token) {
        if (traits.metaModeIsOneLetter() && tokens.length(token) != 2) {
            error = CommandError.BAD_MODE_LENGTH;
        } else {
            arguments['M'] = tokens.length(token) > 1 ? tokens.line()[tokens.start(token) + 1] : ' ';
        }
    }

    private CommandError errorOf(char letter) {
        return switch (letter) {
            case 'F' -> error == null ? BAD_FORMAT : error;
            case 'J' -> CommandError.BAD_INITIAL_FLAG;
            case 'D' -> CommandError.BAD_DELTA_FLAG;
            default -> BAD_META_TOKEN;
        };
    }
}
