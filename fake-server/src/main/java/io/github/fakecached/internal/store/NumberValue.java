package io.github.fakecached.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The width rule of {@code incr} and {@code decr}: a number that fits into the old value's bytes is padded with spaces to its
 * length, a longer one makes the value grow (do_add_delta in memcached.c). A value that must not be written over is replaced by the
 * number as it is.
 */
final class NumberValue {

    private NumberValue() {}

    /** The item's key, followed by the number and what it needs to be as long as the value was. */
    static byte[] over(Item item, long number) {
        return written(item, digits(number), item.valueLength());
    }

    /** The item's key, followed by the number. */
    static byte[] insteadOf(Item item, long number) {
        return written(item, digits(number), 0);
    }

    private static byte[] digits(long number) {
        return Long.toUnsignedString(number).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] written(Item item, byte[] digits, int leastLength) {
        int keyLength = item.keyLength();
        byte[] rewritten = Arrays.copyOf(item.keyAndValue(), keyLength + Math.max(digits.length, leastLength));
        System.arraycopy(digits, 0, rewritten, keyLength, digits.length);
        Arrays.fill(rewritten, keyLength + digits.length, rewritten.length, (byte) ' ');
        return rewritten;
    }
}
