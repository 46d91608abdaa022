package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;

/**
 * Reads the lines of a text connection that has to sign in first. They are not commands yet: what is awaited looks like a
 * {@code set} whose value is a user and a password (try_read_command_asciiauth in proto_text.c).
 */
public final class SignInParser {

    private static final byte[] SET = "set".getBytes(US_ASCII);
    private static final int LENGTH = 4;
    private static final int TOKEN_MAX = 16384;

    /** What fits into memcached's read buffer, with CRLF; it hangs up on anything longer. */
    private static final int READABLE_MAX = 16384 - 2;

    private final VersionTraits traits;
    private final NumberSyntax numbers;
    private final Tokens tokens = new Tokens();

    /** A parser that judges lines as a version of memcached does. */
    public SignInParser(VersionTraits traits) {
        this.traits = traits;
        this.numbers = NumberSyntax.of(traits);
    }

    /** How many bytes must have come before a line is looked at. */
    public int waitsFor() {
        return traits.signInByNewParser() ? 3 : 2;
    }

    /**
     * Parses a line.
     *
     * @param line the line's bytes, from the first
     * @param length how many there are, without LF and a CR before it
     * @param lengthWithEnd how many there were with them
     */
    public Command parse(byte[] line, int length, int lengthWithEnd) {
        if (traits.signInByNewParser()) {
            return lengthWithEnd <= 6 ? new Command.HangUp() : parse(line, withoutLast(line, length, lengthWithEnd));
        }
        return parse(line, TextParser.lengthBeforeNul(line, length));
    }

    private Command parse(byte[] line, int length) {
        tokens.split(line, length);
        OptionalLong announced = isSet() ? numbers.unsigned32(tokens, LENGTH) : OptionalLong.empty();
        if (announced.isEmpty()) {
            return new Command.Invalid(CommandError.UNAUTHENTICATED, false);
        }
        if (announced.getAsLong() > TOKEN_MAX && traits.signInByNewParser()) {
            return new Command.Invalid(CommandError.AUTH_TOKEN_TOO_LONG, false);
        }
        return announced.getAsLong() > READABLE_MAX
                ? new Command.HangUp()
                : new AuthenticationCommand.SignIn(new byte[0], (int) announced.getAsLong());
    }

    private boolean isSet() {
        if (!tokens.has(LENGTH)) {
            return false;
        }
        return traits.signInByNewParser() ? tokens.start(0) == 0 && tokens.startsWith(0, SET) : tokens.is(0, SET);
    }

    /** The newer parser takes the last byte before LF for a CR without looking. */
    private static int withoutLast(byte[] line, int length, int lengthWithEnd) {
        boolean hasCr = length < lengthWithEnd - 1;
        int end = hasCr ? length : length - 1;
        return end > 0 && line[end - 1] == '\r' ? end - 1 : end;
    }
}
