package io.github.fakecached.internal.store;

import java.util.OptionalLong;

/**
 * Numbers as C's {@code strtoull} and {@code strtol} read them, with memcached's own checks: white space and a sign may lead,
 * and white space, NUL or the end must follow.
 */
public final class CNumber {

    private static final long LAST_BEFORE_OVERFLOW = Long.divideUnsigned(-1L, 10);

    private CNumber() {}

    /** An unsigned 64-bit number; a minus sign is allowed as long as the result has no sign bit. */
    public static OptionalLong unsigned(byte[] bytes, int from, int to) {
        int at = skipSpace(bytes, from, to);
        boolean negative = at < to && bytes[at] == '-';
        OptionalLong magnitude = magnitude(bytes, at, to);
        if (magnitude.isEmpty()) {
            return magnitude;
        }
        long value = negative ? -magnitude.getAsLong() : magnitude.getAsLong();
        return negative && value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A signed 64-bit number. */
    public static OptionalLong signed(byte[] bytes, int from, int to) {
        int at = skipSpace(bytes, from, to);
        boolean negative = at < to && bytes[at] == '-';
        OptionalLong magnitude = magnitude(bytes, at, to);
        if (magnitude.isEmpty()) {
            return magnitude;
        }
        long value = magnitude.getAsLong();
        boolean inRange = value >= 0 || (negative && value == Long.MIN_VALUE);
        return inRange ? OptionalLong.of(negative ? -value : value) : OptionalLong.empty();
    }

    private static OptionalLong magnitude(byte[] bytes, int from, int to) {
        int at = from;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int firstDigit = at;
        long value = 0;
        for (; at < to && isDigit(bytes[at]); at++) {
            int digit = bytes[at] - '0';
            int order = Long.compareUnsigned(value, LAST_BEFORE_OVERFLOW);
            if (order > 0 || (order == 0 && digit > 5)) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        boolean ended = at == to || bytes[at] == 0 || isSpace(bytes[at]);
        return at > firstDigit && ended ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static int skipSpace(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }
}
