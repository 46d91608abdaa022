package io.github.fakecached.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads {@code get gets}: {@code key+}, and {@code gat gats}: {@code exptime key+}. */
final class RetrievalParser {

    private final NumberSyntax numbers;
    private final boolean noreplyMutesErrors;

    RetrievalParser(NumberSyntax numbers, boolean noreplyMutesErrors) {
        this.numbers = numbers;
        this.noreplyMutesErrors = noreplyMutesErrors;
    }

    Command parse(CommandTable row, Tokens tokens) {
        boolean withCas = row == CommandTable.GETS || row == CommandTable.GATS;
        boolean touches = row == CommandTable.GAT || row == CommandTable.GATS;
        if (touches) {
            OptionalLong exptime = numbers.signed32(tokens, 1);
            if (exptime.isEmpty()) {
                return new Command.Invalid(CommandError.BAD_EXPTIME, false);
            }
            List<byte[]> keys = keys(tokens, 2);
            return new Command.GetAndTouch(exptime.getAsLong(), keys, withCas, keys.size() < tokens.count() - 2);
        }
        List<byte[]> keys = keys(tokens, 1);
        boolean keyTooLong = keys.size() < tokens.count() - 1;
        boolean muted =
                keyTooLong && keys.isEmpty() && noreplyMutesErrors && tokens.is(tokens.last(), TextParser.NOREPLY);
        return new Command.Get(keys, withCas, keyTooLong, muted);
    }

    /** The keys up to the first that is too long. */
    private static List<byte[]> keys(Tokens tokens, int first) {
        if (tokens.count() == first + 1 && !tokens.isTooLong(first)) {
            return List.of(tokens.copy(first));
        }
        List<byte[]> keys = new ArrayList<>(tokens.count() - first);
        for (int token = first; token < tokens.count() && !tokens.isTooLong(token); token++) {
            keys.add(tokens.copy(token));
        }
        return keys;
    }
}
