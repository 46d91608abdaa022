package io.github.fakecached.internal.wire;

import io.netty.buffer.ByteBuf;

/**
 * Cuts the bytes of a binary connection into heads of requests and values. What a request means it does not know: whoever reads
 * the head says whether a value is {@linkplain #expectValue expected} behind it or to be {@linkplain #skipValue skipped}. It
 * waits for no more than the header, the 255 bytes of extras and the 65535 of a key that a header can announce.
 */
public final class BinaryFrameDecoder {

    /** The first byte of every request. */
    static final int REQUEST_MAGIC = 0x80;

    private static final int KEY_LENGTH_AT = 2;
    private static final int EXTRAS_LENGTH_AT = 4;
    private static final int REST_AT = 8;
    private static final BinaryRequest NONE = new BinaryRequest(0, 0, 0, new byte[0], new byte[0], 0);

    private BinaryRequest request = NONE;
    private final DataBlock value = new DataBlock();
    private long toSkip;

    /** Takes the next frame from the bytes, or says that more are needed, or that this will lead nowhere. */
    public BinaryFrame next(ByteBuf in) {
        if (toSkip > 0) {
            int skipped = (int) Math.min(toSkip, in.readableBytes());
            in.skipBytes(skipped);
            toSkip -= skipped;
            return toSkip > 0 ? BinaryFrame.INCOMPLETE : BinaryFrame.SKIPPED;
        }
        return value.isExpected() ? nextValue(in) : nextRequest(in);
    }

    /** Whether a value, or the rest of one to be skipped, is still to come. */
    public boolean isInValue() {
        return toSkip > 0 || value.isExpected();
    }

    /** The last head. */
    public BinaryRequest request() {
        return request;
    }

    /** The last value, and before it what it was to be put behind. */
    public byte[] value() {
        return value.bytes();
    }

    /** Expects a value of a length, to be put behind a head. */
    public void expectValue(byte[] head, int length) {
        value.expect(head, length);
    }

    /** Skips a value of a length. */
    public void skipValue(long length) {
        toSkip = length;
    }

    private BinaryFrame nextRequest(ByteBuf in) {
        if (in.readableBytes() < BinaryRequest.HEADER) {
            return BinaryFrame.INCOMPLETE;
        }
        int start = in.readerIndex();
        if (in.getUnsignedByte(start) != REQUEST_MAGIC) {
            return BinaryFrame.FOREIGN;
        }
        int keyLength = in.getUnsignedShort(start + KEY_LENGTH_AT);
        int extrasLength = in.getUnsignedByte(start + EXTRAS_LENGTH_AT);
        if (in.readableBytes() < BinaryRequest.HEADER + extrasLength + keyLength) {
            return BinaryFrame.INCOMPLETE;
        }
        int opcode = in.getUnsignedByte(start + 1);
        in.skipBytes(REST_AT);
        long bodyLength = in.readUnsignedInt();
        int opaque = in.readInt();
        long cas = in.readLong();
        byte[] extras = new byte[extrasLength];
        byte[] key = new byte[keyLength];
        in.readBytes(extras).readBytes(key);
        request = new BinaryRequest(opcode, opaque, cas, extras, key, bodyLength);
        return BinaryFrame.REQUEST;
    }

    private BinaryFrame nextValue(ByteBuf in) {
        if (!value.fill(in)) {
            return BinaryFrame.INCOMPLETE;
        }
        value.end();
        return BinaryFrame.VALUE;
    }
}
