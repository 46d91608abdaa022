package io.github.fakecached.conformance.model;

/**
 * What a server answers to an {@link ItemCommand}, in the words of the text protocol whatever it was asked in.
 *
 * @param words such as {@code STORED}, a new number, or what was found
 * @param unique of the item that was found; else empty
 */
public record Answer(String words, String unique) {

    /** The words for an item that is not there. */
    public static final String MISS = "END";

    /** An answer that shows no item. */
    public static Answer of(String words) {
        return new Answer(words, "");
    }

    /** An item that was found. */
    public static Answer of(long flags, String value, String unique) {
        return new Answer("VALUE " + flags + " " + value, unique);
    }

    @Override
    public String toString() {
        return words + (unique.isEmpty() ? "" : " (unique " + unique + ")");
    }
}
