package io.github.fakecached.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The width rule of {@code incr} and {@code decr}: a number that fits into the old value's bytes is padded with spaces to its
 * length, a longer one makes the value grow (do_add_delta in memcached.c).
 */
final class NumberValue {

    private NumberValue() {}

    /** The item's key, followed by the number. */
    static byte[] over(Item item, long number) {
        byte[] digits = Long.toUnsignedString(number).getBytes(StandardCharsets.US_ASCII);
        int keyLength = item.keyLength();
        byte[] rewritten = Arrays.copyOf(item.keyAndValue(), keyLength + Math.max(digits.length, item.valueLength()));
        System.arraycopy(digits, 0, rewritten, keyLength, digits.length);
        Arrays.fill(rewritten, keyLength + digits.length, rewritten.length, (byte) ' ');
        return rewritten;
    }
}
