package io.github.fakecached.internal.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * A block of data that comes bit by bit, and what it is put behind. Room is made as bytes come, so that announcing a large
 * block costs nothing. Knows nothing of what ends a block.
 */
final class DataBlock {

    /** So many times what has come there is room for at most: an ordinary value takes one array, or two. */
    static final int AHEAD = 8;

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int filled;
    private int whole;
    private boolean expected;

    /** Expects a block of a length, to be put behind a head. */
    void expect(byte[] head, int length) {
        expected = true;
        filled = head.length;
        whole = head.length + length;
        bytes = head;
    }

    /** Whether a block, or the rest of one, is still to come. */
    boolean isExpected() {
        return expected;
    }

    /** The block is not waited for any more. */
    void end() {
        expected = false;
    }

    /** Takes what there is of the block; true if it is complete. */
    boolean fill(ByteBuf in) {
        int taken = Math.min(whole - filled, in.readableBytes());
        if (filled + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(whole, AHEAD * ((long) filled + taken)));
        }
        in.readBytes(bytes, filled, taken);
        filled += taken;
        return filled == whole;
    }

    /** The head and the complete block behind it. */
    byte[] bytes() {
        return bytes;
    }
}
