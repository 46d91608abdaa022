package io.github.fakecached.internal.store;

/** What became of an attempt to store an item. */
public enum StoreOutcome {
    STORED,
    NOT_STORED,
    EXISTS,
    NOT_FOUND
}
