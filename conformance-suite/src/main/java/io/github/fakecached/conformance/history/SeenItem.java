package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.TextModel;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An item, as far as it is known from the outside.
 *
 * @param unique its cas unique; empty if nobody was shown it since the item was changed
 */
public record SeenItem(long flags, String value, String unique) {

    /** The model's name for the item in question; whatever changes it has another one. */
    static final int STAMP = 1;

    private static final Pattern VALUE = Pattern.compile("VALUE (\\d+) (.*)");

    /** The item that an answer shows. */
    static Optional<SeenItem> of(Answer answer) {
        var value = VALUE.matcher(answer.words());
        return value.matches()
                ? Optional.of(new SeenItem(Long.parseLong(value.group(1)), value.group(2), answer.unique()))
                : Optional.empty();
    }

    TextModel.Item modelled() {
        return new TextModel.Item(flags, value, STAMP);
    }

    SeenItem withUnique(String shown) {
        return new SeenItem(flags, value, shown);
    }

    @Override
    public String toString() {
        return value
                + (flags == 0 ? "" : " with flags " + flags)
                + (unique.isEmpty() ? "" : " (unique " + unique + ")");
    }
}
