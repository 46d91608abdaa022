package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.UNKNOWN;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads {@code cache_memlimit}, {@code lru}, {@code lru_crawler}, {@code slabs} and {@code extstore}. */
final class MemoryParser {

    private static final int SUBCOMMAND = 1;
    private static final int ARGUMENT = 2;
    private static final long LEAST_MEGABYTES = 8;
    private static final long MOST_MEGABYTES = 1_000_000_000;
    private static final long MOST_PERCENT = 80;

    private final VersionTraits traits;
    private final NumberSyntax numbers;
    private final SlabsParser slabs;
    private final CrawlerParser crawler;
    private final ExternalStorageParser externalStorage;

    MemoryParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
        this.slabs = new SlabsParser(traits, numbers);
        this.crawler = new CrawlerParser(traits, numbers);
        this.externalStorage = new ExternalStorageParser(numbers);
    }

    Command parse(CommandTable row, Tokens tokens) {
        boolean asked = tokens.is(tokens.last(), TextParser.NOREPLY);
        boolean everMuted = traits.noreplyMutesUnknownCommand();
        return switch (row) {
            case CACHE_MEMLIMIT -> limit(tokens, asked);
            case LRU -> lru(tokens, asked);
            case EXTSTORE -> externalStorage.parse(tokens, asked);
            case LRU_CRAWLER -> crawler.parse(tokens, asked && everMuted);
            case SLABS -> slabs.parse(tokens, asked);
            default -> throw new IllegalArgumentException(row + " is not a command about memory");
        };
    }

    private Command limit(Tokens tokens, boolean noreply) {
        OptionalLong megabytes = numbers.unsigned32(tokens, SUBCOMMAND);
        if (megabytes.isEmpty()) {
            return new Command.Invalid(UNKNOWN, noreply);
        }
        if (megabytes.getAsLong() < LEAST_MEGABYTES) {
            return new Command.Invalid(CommandError.MEMORY_LIMIT_TOO_SMALL, noreply);
        }
        return megabytes.getAsLong() > MOST_MEGABYTES
                ? new Command.Invalid(CommandError.MEMORY_LIMIT_IN_BYTES, noreply)
                : new MemoryCommand.Limit(megabytes.getAsLong(), noreply);
    }

    private Command lru(Tokens tokens, boolean noreply) {
        String argument = tokens.word(ARGUMENT);
        switch (tokens.word(SUBCOMMAND)) {
            case "tune" -> {
                return tune(tokens, noreply);
            }
            case "mode" -> {
                if (argument.equals("flat") || argument.equals("segmented")) {
                    return new MemoryCommand.SegmentLru(argument.equals("segmented"), noreply);
                }
            }
            case "temp_ttl" -> {
                OptionalLong seconds = numbers.signed32(tokens, ARGUMENT);
                if (seconds.isPresent()) {
                    return new MemoryCommand.TemporaryTtl((int) seconds.getAsLong(), noreply);
                }
            }
            default -> {}
        }
        return new Command.Invalid(UNKNOWN, noreply);
    }

    private Command tune(Tokens tokens, boolean noreply) {
        OptionalLong hotPercent = numbers.unsigned32(tokens, ARGUMENT);
        OptionalLong warmPercent = numbers.unsigned32(tokens, ARGUMENT + 1);
        OptionalDouble hotFactor = RealNumber.of(tokens.word(ARGUMENT + 2));
        OptionalDouble warmFactor = RealNumber.of(tokens.word(ARGUMENT + 3));
        if (hotPercent.isEmpty() || warmPercent.isEmpty() || hotFactor.isEmpty() || warmFactor.isEmpty()) {
            return new Command.Invalid(UNKNOWN, noreply);
        }
        if (hotPercent.getAsLong() + warmPercent.getAsLong() > MOST_PERCENT) {
            return new Command.Invalid(CommandError.LRU_PERCENTAGES_TOO_LARGE, noreply);
        }
        if (hotFactor.getAsDouble() <= 0 || warmFactor.getAsDouble() <= 0) {
            return new Command.Invalid(CommandError.LRU_FACTORS_TOO_SMALL, noreply);
        }
        return new MemoryCommand.TuneLru(
                (int) hotPercent.getAsLong(),
                (int) warmPercent.getAsLong(),
                hotFactor.getAsDouble(),
                warmFactor.getAsDouble(),
                noreply);
    }
}
