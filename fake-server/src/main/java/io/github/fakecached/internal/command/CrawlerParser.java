package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static io.github.fakecached.internal.command.CommandError.UNKNOWN;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;

/** Reads the subcommands of {@code lru_crawler}, each of which has its exact number of tokens. */
final class CrawlerParser {

    private static final int ARGUMENT = 2;
    private static final long LONGEST_SLEEP = 1_000_000;

    private final VersionTraits traits;
    private final NumberSyntax numbers;

    CrawlerParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
    }

    Command parse(Tokens tokens, boolean noreply) {
        String subcommand = tokens.word(1);
        return switch (tokens.count()) {
            case ARGUMENT -> withoutArgument(subcommand, noreply);
            case ARGUMENT + 1 -> withArgument(subcommand, tokens, noreply);
            default -> new Command.Invalid(UNKNOWN, noreply);
        };
    }

    private static Command withoutArgument(String subcommand, boolean noreply) {
        return switch (subcommand) {
            case "enable" -> new MemoryCommand.SwitchCrawler(true, noreply);
            case "disable" -> new MemoryCommand.SwitchCrawler(false, noreply);
            default -> new Command.Invalid(UNKNOWN, noreply);
        };
    }

    private Command withArgument(String subcommand, Tokens tokens, boolean noreply) {
        return switch (subcommand) {
            case "crawl" -> new MemoryCommand.Crawl(ItemSelection.parse(tokens.word(ARGUMENT)), noreply);
            case "metadump" -> dump(false, tokens, noreply);
            case "mgdump" -> traits.hasMgdump() ? dump(true, tokens, noreply) : new Command.Invalid(UNKNOWN, noreply);
            case "tocrawl" -> limit(numbers.unsigned32(tokens, ARGUMENT), noreply);
            case "sleep" -> sleep(numbers.unsigned32(tokens, ARGUMENT), noreply);
            default -> new Command.Invalid(UNKNOWN, noreply);
        };
    }

    private static Command dump(boolean asMetaGet, Tokens tokens, boolean noreply) {
        return new MemoryCommand.Dump(asMetaGet, ItemSelection.parse(tokens.word(ARGUMENT)), false, noreply);
    }

    private static Command sleep(OptionalLong microseconds, boolean noreply) {
        if (microseconds.isEmpty()) {
            return new Command.Invalid(BAD_FORMAT, noreply);
        }
        return microseconds.getAsLong() > LONGEST_SLEEP
                ? new Command.Invalid(CommandError.CRAWLER_SLEEP_TOO_LONG, noreply)
                : new MemoryCommand.Change(
                        ShownSetting.LRU_CRAWLER_SLEEP, Long.toString(microseconds.getAsLong()), noreply);
    }

    private static Command limit(OptionalLong most, boolean noreply) {
        return most.isEmpty()
                ? new Command.Invalid(BAD_FORMAT, noreply)
                : new MemoryCommand.LimitCrawls(most.getAsLong(), noreply);
    }
}
