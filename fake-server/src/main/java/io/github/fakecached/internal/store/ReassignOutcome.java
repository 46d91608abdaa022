package io.github.fakecached.internal.store;

/** What became of an attempt to move a page of memory from one slab class to another. */
public enum ReassignOutcome {
    DONE,
    SAME_CLASS,
    NO_SUCH_CLASS,
    NO_SPARE_PAGE
}
