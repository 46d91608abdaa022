package io.github.fakecached.benchmark;

import java.nio.ByteBuffer;

/** Binary requests for benchmarks. */
final class BinaryRequests {

    private static final int HEADER = 24;
    private static final int EXTRAS_OF_SET = 8;
    private static final byte MAGIC = (byte) 0x80;

    private BinaryRequests() {}

    static byte[] get(byte[] key) {
        return head(0x00, key, 0, 0).put(key).array();
    }

    static byte[] set(byte[] key, byte[] value) {
        return head(0x01, key, EXTRAS_OF_SET, value.length)
                .putLong(0)
                .put(key)
                .put(value)
                .array();
    }

    private static ByteBuffer head(int opcode, byte[] key, int extras, int valueLength) {
        int body = extras + key.length + valueLength;
        return ByteBuffer.allocate(HEADER + body)
                .put(MAGIC)
                .put((byte) opcode)
                .putShort((short) key.length)
                .put((byte) extras)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(body)
                .position(HEADER);
    }
}
