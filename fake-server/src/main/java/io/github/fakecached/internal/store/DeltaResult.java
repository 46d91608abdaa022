package io.github.fakecached.internal.store;

/**
 * What became of an {@code incr} or {@code decr}.
 *
 * @param outcome whether a number was found
 * @param value the new number, unsigned, if one was found
 * @param cas the item's new cas unique, if one was found
 */
public record DeltaResult(Outcome outcome, long value, long cas) {

    /** The ways an {@code incr} or {@code decr} can end. */
    public enum Outcome {
        DONE,
        NOT_FOUND,
        NON_NUMERIC,
        OUT_OF_MEMORY
    }

    static final DeltaResult NOT_FOUND = new DeltaResult(Outcome.NOT_FOUND, 0, 0);
    static final DeltaResult OUT_OF_MEMORY = new DeltaResult(Outcome.OUT_OF_MEMORY, 0, 0);
    static final DeltaResult NON_NUMERIC = new DeltaResult(Outcome.NON_NUMERIC, 0, 0);
}
