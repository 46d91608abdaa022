package io.github.fakecached.conformance.wording;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.wire.Dialect;

/**
 * How commands about one item are said in a dialect, and what the replies mean. Keys and values are to be plain: no blanks and no
 * ends of lines.
 */
public interface Wording {

    /** How it is said in a dialect. */
    static Wording of(Dialect dialect) {
        return switch (dialect) {
            case TEXT -> new TextWording();
            case META -> new MetaWording();
            case BINARY -> new BinaryWording();
        };
    }

    /** The bytes to send. */
    String request(ItemCommand command);

    /** Whether these bytes are all of the reply to a request. */
    boolean isWhole(String received);

    /** What a reply means; bytes that mean nothing come as the answer's words. */
    Answer answer(ItemCommand command, String reply);
}
