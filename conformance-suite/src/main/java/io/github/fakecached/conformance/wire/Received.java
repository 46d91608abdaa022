package io.github.fakecached.conformance.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes that have arrived and that nobody has taken yet. */
final class Received {

    /** A reply of more than this is none, and would fill the memory. */
    private static final int LIMIT = 64 * 1024 * 1024;

    private byte[] bytes = new byte[4096];
    private int length;

    void add(ByteBuffer more) {
        int added = more.remaining();
        if (length + added > LIMIT) {
            throw new NoReply("the server does not stop sending: more than " + LIMIT + " bytes, which begin with "
                    + Escapes.escape(new String(bytes, 0, 100, StandardCharsets.ISO_8859_1)));
        }
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + added));
        }
        more.get(bytes, length, added);
        length += added;
    }

    int length() {
        return length;
    }

    boolean endsWith(byte[] end) {
        return length >= end.length && Arrays.equals(bytes, length - end.length, length, end, 0, end.length);
    }

    /** The unsigned number of four bytes that begins at an index. */
    long number(int index) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(index));
    }

    /** Takes the first {@code count} bytes. */
    String take(int count) {
        var taken = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
        return taken;
    }

    /** Forgets the last {@code count} bytes. */
    void drop(int count) {
        length -= count;
    }

    String takeAll() {
        return take(length);
    }

    /** What is there, without taking it. */
    String peek() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
