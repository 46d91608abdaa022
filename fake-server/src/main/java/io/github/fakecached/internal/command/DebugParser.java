package io.github.fakecached.internal.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.store.CNumber;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;

/** Reads {@code debugtime} and {@code debugitem}. */
final class DebugParser {

    private static final byte[] PAUSE = "p".getBytes(US_ASCII);
    private static final byte[] RESUME = "r".getBytes(US_ASCII);
    private static final byte[] HELD = "reffed".getBytes(US_ASCII);
    private static final int ARGUMENT = 1;
    private static final int KEY = 2;

    private final VersionTraits traits;

    DebugParser(VersionTraits traits) {
        this.traits = traits;
    }

    Command parse(CommandTable row, Tokens tokens) {
        boolean noreply = traits.noreplyMutesUnknownCommand() && tokens.is(tokens.last(), TextParser.NOREPLY);
        return row == CommandTable.DEBUGTIME ? time(tokens, noreply) : item(tokens, noreply);
    }

    private static Command time(Tokens tokens, boolean noreply) {
        if (tokens.is(ARGUMENT, PAUSE) || tokens.is(ARGUMENT, RESUME)) {
            return new DebugCommand.PauseClock(tokens.is(ARGUMENT, PAUSE), noreply);
        }
        OptionalLong seconds = tokens.has(ARGUMENT)
                ? CNumber.signed(tokens.line(), tokens.start(ARGUMENT), tokens.end(ARGUMENT))
                : OptionalLong.empty();
        return seconds.isEmpty()
                ? new Command.Invalid(CommandError.UNKNOWN, noreply)
                : new DebugCommand.MoveClock(seconds.getAsLong(), noreply);
    }

    private static Command item(Tokens tokens, boolean noreply) {
        String action = tokens.has(KEY) ? tokens.word(ARGUMENT) : "";
        return switch (action) {
            case "ref" -> new DebugCommand.HoldItem(tokens.copy(KEY), noreply);
            case "unref" ->
                tokens.is(KEY, HELD)
                        ? new DebugCommand.ReleaseHeldItem(noreply)
                        : new DebugCommand.ReleaseItem(tokens.copy(KEY), noreply);
            case "lock", "unlock" -> new DebugCommand.LockItem(noreply);
            default -> new Command.Invalid(CommandError.UNKNOWN, noreply);
        };
    }
}
