package io.github.fakecached.journal;

import java.util.Locale;

/**
 * What a request came to, in the words of the text protocol where it has one, whichever dialect was spoken.
 *
 * <pre>{@code
 * client.add("lock", 10, "me").get();
 * client.add("lock", 10, "you").get();
 *
 * assertThat(memcached.journal().exchanges(exchange -> exchange.hasKey("lock")))
 *         .extracting(Exchange::outcome)
 *         .containsExactly(Outcome.STORED, Outcome.NOT_STORED);
 * }</pre>
 */
public enum Outcome {
    /** All items that were asked for were found. */
    HIT,
    /** Some of the items that were asked for were found. */
    PARTIAL_HIT,
    /** No item was found by a retrieval. */
    MISS,
    /** An item was stored. */
    STORED,
    /** Nothing was stored, for the item is there, or is not, as the command did not want it. */
    NOT_STORED,
    /** Nothing was done, for the item has another cas unique. */
    EXISTS,
    /** Nothing was done, for there is no item. */
    NOT_FOUND,
    /** An item was deleted. */
    DELETED,
    /** An item has another exptime. */
    TOUCHED,
    /** A number was changed. */
    CHANGED,
    /** Something else was done, or told. */
    OK,
    /** The answer is an error. */
    ERROR,
    /** The connection was closed instead of an answer. */
    CLOSED,
    /** The request was not executed, because of a fault. */
    NOT_EXECUTED;

    /**
     * The outcome as it is written in messages.
     *
     * @return its name in lower case, with spaces: {@code not stored}
     */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
