package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command that was sent, and its answer. Times are nanoseconds since some moment that all operations of a history share.
 *
 * @param connection the number of the connection it was sent on
 * @param command what was asked
 * @param answer what came; null if it has not come yet, so that the command may have taken effect, or not
 * @param sent before its first byte was sent
 * @param answered after the last byte of its answer came; {@link Long#MAX_VALUE} if that has not come yet
 */
public record Operation(
        int connection, ItemCommand command, @Nullable Answer answer, long sent, long answered) {

    /** The same, seen at a moment at which it was not answered yet. */
    Operation unanswered() {
        return new Operation(connection, command, null, sent, Long.MAX_VALUE);
    }

    /** Whether the answer says that it has changed nothing. */
    boolean hasChangedNothing() {
        return answer != null
                && (command.verb() == ItemCommand.Verb.GETS
                        || command.verb() == ItemCommand.Verb.TOUCH
                        || answer.words().matches("NOT_STORED|EXISTS|NOT_FOUND|CLIENT_ERROR.*"));
    }
}
