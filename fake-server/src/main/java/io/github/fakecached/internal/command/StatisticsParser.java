package io.github.fakecached.internal.command;

import java.util.OptionalLong;

/** Reads {@code stats}. */
final class StatisticsParser {

    private static final int KIND = 1;
    private static final int ARGUMENT = 2;
    private static final int SLAB_CLASSES = 64;

    private final NumberSyntax numbers;

    StatisticsParser(NumberSyntax numbers) {
        this.numbers = numbers;
    }

    Command parse(Tokens tokens) {
        String kind = tokens.word(KIND);
        return switch (kind) {
            case "detail" -> detail(tokens.word(ARGUMENT));
            case "cachedump" -> listItems(tokens);
            case "reset", "settings", "conns" -> new Command.Stats(kind);
            // unlike those before, these are compared by their length (process_stat and get_stats)
            default -> new Command.Stats(tokens.whole(KIND));
        };
    }

    /** Reads what is to be done with the statistics for prefixes. */
    static Command detail(String action) {
        return switch (action) {
            case "on" -> new StatisticsCommand.SwitchDetail(true);
            case "off" -> new StatisticsCommand.SwitchDetail(false);
            case "dump" -> new StatisticsCommand.DumpDetail();
            default -> new StatisticsCommand.BadDetail();
        };
    }

    private Command listItems(Tokens tokens) {
        if (!tokens.has(ARGUMENT + 1)) {
            return new StatisticsCommand.ListItems(CommandError.TOO_FEW_ARGUMENTS, 0, 0);
        }
        OptionalLong slabClass = numbers.unsigned32(tokens, ARGUMENT);
        OptionalLong most = numbers.unsigned32(tokens, ARGUMENT + 1);
        if (slabClass.isEmpty() || most.isEmpty()) {
            return new StatisticsCommand.ListItems(CommandError.BAD_FORMAT, 0, 0);
        }
        return slabClass.getAsLong() < SLAB_CLASSES
                ? new StatisticsCommand.ListItems(null, (int) slabClass.getAsLong(), most.getAsLong())
                : new StatisticsCommand.ListItems(CommandError.BAD_SLAB_CLASS, 0, 0);
    }
}
