package io.github.fakecached.internal.command;

import io.github.fakecached.internal.version.VersionTraits;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the commands that concern the server or the connection rather than items. */
final class AdministrationParser {

    private static final int ARGUMENT = 1;

    private final VersionTraits traits;
    private final NumberSyntax numbers;
    private final StatisticsParser statistics;
    private final DebugParser debugging;

    AdministrationParser(VersionTraits traits, NumberSyntax numbers) {
        this.traits = traits;
        this.numbers = numbers;
        this.statistics = new StatisticsParser(numbers);
        this.debugging = new DebugParser(traits);
    }

    Command parse(CommandTable row, Tokens tokens) {
        boolean noreply = tokens.is(tokens.last(), TextParser.NOREPLY);
        return switch (row) {
            case STATS -> statistics.parse(tokens);
            case VERSION -> new Command.Version();
            case QUIT -> new Command.Quit();
            case FLUSH_ALL -> flushAll(tokens, noreply);
            case VERBOSITY -> verbosity(tokens, noreply);
            case WATCH -> new Command.Watch(streams(tokens), false);
            case SHUTDOWN -> shutdown(tokens, noreply && traits.noreplyMutesUnknownCommand());
            case DEBUGTIME, DEBUGITEM -> debugging.parse(row, tokens);
            case CONFIG -> configuration(tokens, noreply && traits.noreplyMutesUnknownCommand());
            case REFRESH_CERTS -> new Command.RefreshCertificates(noreply);
            default -> throw new IllegalArgumentException(row + " is not a command about the server");
        };
    }

    private static Command configuration(Tokens tokens, boolean noreply) {
        boolean known =
                tokens.word(ARGUMENT).equals("get") && tokens.word(ARGUMENT + 1).equals("cluster");
        return known ? new Command.ClusterConfiguration() : new Command.Invalid(CommandError.UNKNOWN, noreply);
    }

    private @Nullable Set<LogStream> streams(Tokens tokens) {
        Set<LogStream> streams = EnumSet.noneOf(LogStream.class);
        for (int word = ARGUMENT; word < tokens.count(); word++) {
            LogStream stream = LogStream.named(tokens.word(word), traits);
            if (stream == null) {
                return null;
            }
            streams.add(stream);
        }
        return streams.isEmpty() ? Set.of(LogStream.FETCHERS) : streams;
    }

    private Command flushAll(Tokens tokens, boolean noreply) {
        boolean hasExptime = tokens.count() > (noreply ? 2 : 1);
        return new Command.FlushAll(
                hasExptime ? numbers.signed32(tokens, ARGUMENT) : OptionalLong.of(0), true, noreply);
    }

    private Command verbosity(Tokens tokens, boolean noreply) {
        OptionalLong level = numbers.unsigned32(tokens, ARGUMENT);
        return level.isEmpty()
                ? new Command.Invalid(CommandError.BAD_FORMAT, noreply)
                : new Command.Verbosity(level.getAsLong(), noreply);
    }

    private static Command shutdown(Tokens tokens, boolean noreply) {
        boolean graceful = tokens.count() == 2 && tokens.word(ARGUMENT).equals("graceful");
        return new Command.Shutdown(graceful || tokens.count() == 1, noreply);
    }
}
