package io.github.fakecached.conformance.client;

/** What comes of a {@code cas}. */
public enum CasResult {
    /** The item had the unique that was given, and has the new value. */
    STORED,
    /** The item has another unique. */
    EXISTS,
    /** There is no such item. */
    NOT_FOUND
}
