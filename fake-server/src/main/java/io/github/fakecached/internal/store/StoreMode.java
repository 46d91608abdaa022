package io.github.fakecached.internal.store;

/** The ways to store an item. */
public enum StoreMode {
    SET,
    ADD,
    REPLACE,
    APPEND,
    PREPEND,
    CAS,
    /** Append, or set if there is no item. */
    APPENDVIV,
    /** Prepend, or set if there is no item. */
    PREPENDVIV;

    /** What this mode comes to if a cas unique is to be compared. */
    StoreMode comparing() {
        return this == SET || this == ADD || this == REPLACE ? CAS : this;
    }
}
