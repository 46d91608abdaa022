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
    PREPENDVIV
}
