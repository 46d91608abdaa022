package io.github.fakecached.internal.wire;

/** What {@link TextFrameDecoder} found in the bytes. */
public enum Frame {
    /** More bytes are needed. */
    INCOMPLETE,
    /** A line, to be had from the decoder. */
    LINE,
    /** A data block with CRLF behind it, to be had from the decoder. */
    DATA,
    /** The end of what was to be skipped. */
    SKIPPED,
    /** A data block with something else behind it. */
    BAD_DATA,
    /** A line has no end within what is waited for. */
    LINE_TOO_LONG
}
