package io.github.fakecached.internal.wire;

/** What {@link BinaryFrameDecoder} found in the bytes. */
public enum BinaryFrame {
    /** More bytes are needed. */
    INCOMPLETE,
    /** The head of a request, to be had from the decoder. */
    REQUEST,
    /** The value of a request, to be had from the decoder. */
    VALUE,
    /** The end of a value that was to be skipped. */
    SKIPPED,
    /** Something that does not begin as a request does. */
    FOREIGN
}
