package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static io.github.fakecached.internal.command.CommandError.UNKNOWN;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.version.VersionTraits;
import org.jspecify.annotations.Nullable;

/**
 * Turns a line of the text protocol into a command: finds the row of its name, checks the number of its tokens, and has the
 * family's parser read the rest. One for all connections of a thread, since a line is done with before the next one is
 * parsed; never sees a data block.
 */
public final class TextParser {

    static final byte[] NOREPLY = "noreply".getBytes(US_ASCII);

    private static final byte[] HTTP = "HTTP/".getBytes(US_ASCII);
    private static final int SHORTEST_LINE = 4;

    private final VersionTraits traits;
    private final Tokens tokens = new Tokens();
    private final StorageParser storage;
    private final RetrievalParser retrieval;
    private final KeyParser keys;
    private final MetaParser meta;
    private final AdministrationParser administration;
    private final MemoryParser memory;

    /** A parser that judges lines as a version of memcached does. */
    public TextParser(VersionTraits traits) {
        this.traits = traits;
        NumberSyntax numbers = NumberSyntax.of(traits);
        this.storage = new StorageParser(traits, numbers);
        this.retrieval = new RetrievalParser(numbers, traits.noreplyMutesUnknownCommand());
        this.keys = new KeyParser(traits, numbers);
        this.meta = new MetaParser(traits, numbers);
        this.administration = new AdministrationParser(traits, numbers);
        this.memory = new MemoryParser(traits, numbers);
    }

    /**
     * Parses a line.
     *
     * @param line the line's bytes, from the first
     * @param length how many there are, without LF and a CR before it
     * @param lengthWithEnd how many there were with them
     */
    public Command parse(byte[] line, int length, int lengthWithEnd) {
        if (traits.shortLineIsMalformed() && lengthWithEnd < SHORTEST_LINE) {
            return new Command.Invalid(BAD_FORMAT, false);
        }
        tokens.split(line, traits.nulEndsLine() ? lengthBeforeNul(line, length) : length);
        CommandTable row = row(line);
        if (row == null) {
            return unknown();
        }
        if (traits.tokenCountChoosesCommand()) {
            if (!row.allowsBefore1640(tokens.count())) {
                return new Command.Invalid(UNKNOWN, false);
            }
        } else if (!row.allowsSince1640(tokens.count())) {
            return new Command.Invalid(BAD_FORMAT, false);
        }
        return switch (row.family) {
            case RETRIEVAL -> retrieval.parse(row, tokens);
            case STORAGE -> storage.parse(row, tokens);
            case KEY -> keys.parse(row, tokens);
            case META -> meta.parse(row, tokens);
            case SERVER, ADMINISTRATION -> administration.parse(row, tokens);
            case MEMORY -> memory.parse(row, tokens);
        };
    }

    private @Nullable CommandTable row(byte[] line) {
        if (tokens.count() == 0) {
            return null;
        }
        CommandTable row = CommandTable.find(line, tokens.start(0), tokens.end(0));
        if (row == null || !row.isKnownTo(traits)) {
            return null;
        }
        boolean indented = tokens.start(0) > 0;
        return indented && row.family.isProper() && traits.refusesLeadingSpaces() ? null : row;
    }

    private Command unknown() {
        if (tokens.count() > 0 && looksLikeHttp()) {
            return new Command.HangUp();
        }
        boolean muted = traits.noreplyMutesUnknownCommand() && tokens.count() > 0 && tokens.is(tokens.last(), NOREPLY);
        return new Command.Invalid(UNKNOWN, muted);
    }

    /** Before 1.6.40 the last token is looked at only where no command begins with the line's first letter. */
    private boolean looksLikeHttp() {
        boolean considered = traits.tokenCountChoosesCommand()
                ? tokens.length(0) > 1 && "gsacidt".indexOf(tokens.line()[tokens.start(0)]) < 0 && !looksLikeMeta()
                : tokens.count() > 1;
        return considered && tokens.startsWith(tokens.last(), HTTP);
    }

    private boolean looksLikeMeta() {
        return tokens.length(0) == 2 && tokens.line()[tokens.start(0)] == 'm';
    }

    static int lengthBeforeNul(byte[] line, int length) {
        for (int at = 0; at < length; at++) {
            if (line[at] == 0) {
                return at;
            }
        }
        return length;
    }
}
