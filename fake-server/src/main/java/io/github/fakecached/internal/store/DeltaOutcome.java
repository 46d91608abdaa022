package io.github.fakecached.internal.store;

/** The ways an {@code incr} or {@code decr} can end. */
public enum DeltaOutcome {
    DONE,
    NOT_FOUND,
    EXISTS,
    NON_NUMERIC,
    OUT_OF_MEMORY
}
