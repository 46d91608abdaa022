package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of an {@code incr} or {@code decr}.
 *
 * @param value the new number, unsigned, if it was changed
 * @param item the item that had the old number, with the new cas unique, if it was changed; a value that grew is another's
 */
public record DeltaResult(
        DeltaOutcome outcome, long value, @Nullable Item item) {

    static final DeltaResult NOT_FOUND = new DeltaResult(DeltaOutcome.NOT_FOUND, 0, null);
    static final DeltaResult EXISTS = new DeltaResult(DeltaOutcome.EXISTS, 0, null);
    static final DeltaResult NON_NUMERIC = new DeltaResult(DeltaOutcome.NON_NUMERIC, 0, null);
    static final DeltaResult OUT_OF_MEMORY = new DeltaResult(DeltaOutcome.OUT_OF_MEMORY, 0, null);

    static DeltaResult done(long value, Item item) {
        return new DeltaResult(DeltaOutcome.DONE, value, item);
    }

    /** The item's new cas unique; 0 if it was not changed. */
    public long cas() {
        return item == null ? 0 : item.cas();
    }
}
