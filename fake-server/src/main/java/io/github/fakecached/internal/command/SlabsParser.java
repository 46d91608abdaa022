package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static io.github.fakecached.internal.command.CommandError.UNKNOWN;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads {@code slabs reassign} and {@code slabs automove}. */
final class SlabsParser {

    private static final int REASSIGN_TOKENS = 4;
    private static final int ARGUMENT = 2;
    private static final long MOST_AUTOMOVE = 2;
    private static final long SHORTEST_WINDOW = 3;
    private static final long LONGEST_WINDOW = 1800;

    private final VersionTraits traits;
    private final NumberSyntax numbers;

    SlabsParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
    }

    Command parse(Tokens tokens, boolean askedForNoreply) {
        boolean noreply = askedForNoreply && traits.noreplyMutesUnknownCommand();
        String subcommand = tokens.word(1);
        if (subcommand.equals("reassign") && tokens.count() == REASSIGN_TOKENS) {
            return new MemoryCommand.Reassign(
                    numbers.signed32(tokens, ARGUMENT), numbers.signed32(tokens, ARGUMENT + 1), noreply);
        }
        return subcommand.equals("automove") && tokens.has(ARGUMENT)
                ? automove(tokens, askedForNoreply)
                : new Command.Invalid(UNKNOWN, noreply);
    }

    private Command automove(Tokens tokens, boolean noreply) {
        String word = tokens.word(ARGUMENT);
        if (word.equals("ratio")) {
            return ratio(ShownSetting.SLAB_AUTOMOVE_RATIO, 2, tokens, noreply);
        }
        if (traits.tunesAutomover() && word.equals("freeratio")) {
            return ratio(ShownSetting.SLAB_AUTOMOVE_FREERATIO, 3, tokens, noreply);
        }
        if (traits.tunesAutomover() && word.equals("window")) {
            return window(numbers.unsigned32(tokens, ARGUMENT + 1), noreply);
        }
        OptionalLong level = numbers.unsigned32(tokens, ARGUMENT);
        if (level.isEmpty()) {
            return new Command.Invalid(BAD_FORMAT, noreply);
        }
        return level.getAsLong() > MOST_AUTOMOVE
                ? new Command.Invalid(UNKNOWN, noreply)
                : new MemoryCommand.Change(ShownSetting.SLAB_AUTOMOVE, Long.toString(level.getAsLong()), noreply);
    }

    private static Command ratio(ShownSetting setting, int digits, Tokens tokens, boolean noreply) {
        OptionalDouble ratio = RealNumber.of(tokens.word(ARGUMENT + 1));
        return ratio.isEmpty()
                ? new Command.Invalid(UNKNOWN, noreply)
                : new MemoryCommand.Change(setting, RealNumber.text(ratio.getAsDouble(), digits), noreply);
    }

    private static Command window(OptionalLong seconds, boolean noreply) {
        if (seconds.isEmpty()) {
            return new Command.Invalid(BAD_FORMAT, noreply);
        }
        boolean inRange = seconds.getAsLong() >= SHORTEST_WINDOW && seconds.getAsLong() <= LONGEST_WINDOW;
        return inRange
                ? new MemoryCommand.Change(
                        ShownSetting.SLAB_AUTOMOVE_WINDOW, Long.toString(seconds.getAsLong()), noreply)
                : new Command.Invalid(CommandError.BAD_AUTOMOVE_WINDOW, noreply);
    }
}
