package io.github.fakecached.internal.reply;

/** The ways a command can end that need no data to be told. */
public enum Outcome {
    STORED,
    NOT_STORED,
    EXISTS,
    NOT_FOUND,
    DELETED,
    TOUCHED,
    MISS,
    OK,
    RESET,
    TOO_LARGE,
    OUT_OF_MEMORY_STORING,
    OUT_OF_MEMORY,
    OUT_OF_MEMORY_ALLOCATING,
    NON_NUMERIC,
    FLUSH_NOT_ALLOWED,
    SHUTDOWN_NOT_ENABLED,
    SHUTDOWN_NOT_ENABLED_SINCE_1_6_40;

    @SuppressWarnings("ImmutableEnumChecker") // a Reply.Status, which is immutable
    private final Reply reply = new Reply.Status(this, 0);

    /** The reply that tells of it. */
    public Reply reply() {
        return reply;
    }
}
