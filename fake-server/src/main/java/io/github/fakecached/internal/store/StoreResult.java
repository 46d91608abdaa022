package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to store an item.
 *
 * @param stored the item that is now in the store, if it was stored
 */
public record StoreResult(StoreOutcome outcome, @Nullable Item stored) {

    static final StoreResult NOT_STORED = new StoreResult(StoreOutcome.NOT_STORED, null);
    static final StoreResult EXISTS = new StoreResult(StoreOutcome.EXISTS, null);
    static final StoreResult NOT_FOUND = new StoreResult(StoreOutcome.NOT_FOUND, null);

    /** The cas unique of the item stored; 0 if it was not. */
    public long cas() {
        return stored == null ? 0 : stored.cas();
    }
}
