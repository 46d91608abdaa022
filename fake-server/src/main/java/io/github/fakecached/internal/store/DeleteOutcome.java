package io.github.fakecached.internal.store;

/** What became of a delete. */
public enum DeleteOutcome {
    DELETED,
    NOT_FOUND,
    EXISTS
}
