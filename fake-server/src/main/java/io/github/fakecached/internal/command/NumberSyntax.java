package io.github.fakecached.internal.command;

import io.github.fakecached.internal.store.CNumber;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.OptionalLong;

/**
 * How a version of memcached reads the numbers of a command line: as C's strtol family does (before 1.6.40), or as digits
 * only. A 32-bit number as in C is the lower half of one of 64 bits.
 */
enum NumberSyntax {
    AS_IN_C {
        @Override
        OptionalLong signed32(byte[] line, int from, int to) {
            OptionalLong number = CNumber.signed(line, from, to);
            if (number.isEmpty()) {
                return number;
            }
            int lower = (int) number.getAsLong();
            return OptionalLong.of(lower);
        }

        @Override
        OptionalLong unsigned32(byte[] line, int from, int to) {
            OptionalLong number = CNumber.unsigned(line, from, to);
            return number.isPresent() ? OptionalLong.of(number.getAsLong() & 0xffff_ffffL) : number;
        }

        @Override
        OptionalLong unsigned64(byte[] line, int from, int to) {
            return CNumber.unsigned(line, from, to);
        }
    },
    DIGITS_ONLY {
        @Override
        OptionalLong signed32(byte[] line, int from, int to) {
            boolean negative = from < to && line[from] == '-';
            OptionalLong digits =
                    to - from > LONGEST_32_BIT ? OptionalLong.empty() : digits(line, negative ? from + 1 : from, to);
            if (digits.isEmpty()) {
                return digits;
            }
            long value = negative ? -digits.getAsLong() : digits.getAsLong();
            return value == (int) value ? OptionalLong.of(value) : OptionalLong.empty();
        }

        @Override
        OptionalLong unsigned32(byte[] line, int from, int to) {
            OptionalLong digits = to - from > LONGEST_32_BIT ? OptionalLong.empty() : digits(line, from, to);
            return digits.isPresent() && digits.getAsLong() >>> 32 == 0 ? digits : OptionalLong.empty();
        }

        @Override
        OptionalLong unsigned64(byte[] line, int from, int to) {
            return to - from > LONGEST_64_BIT ? OptionalLong.empty() : digits(line, from, to);
        }
    };

    private static final int LONGEST_32_BIT = 11;
    private static final int LONGEST_64_BIT = 22;

    /** How a version reads numbers. */
    static NumberSyntax of(VersionTraits traits) {
        return traits.numbersAsInC() ? AS_IN_C : DIGITS_ONLY;
    }

    abstract OptionalLong signed32(byte[] line, int from, int to);

    abstract OptionalLong unsigned32(byte[] line, int from, int to);

    abstract OptionalLong unsigned64(byte[] line, int from, int to);

    /** The number that a token is; nothing if there is no such token. */
    final OptionalLong signed32(Tokens tokens, int token) {
        return tokens.has(token)
                ? signed32(tokens.line(), tokens.start(token), tokens.end(token))
                : OptionalLong.empty();
    }

    /** The number that a token is; nothing if there is no such token. */
    final OptionalLong unsigned32(Tokens tokens, int token) {
        return tokens.has(token)
                ? unsigned32(tokens.line(), tokens.start(token), tokens.end(token))
                : OptionalLong.empty();
    }

    /** The number that a token is; nothing if there is no such token. */
    final OptionalLong unsigned64(Tokens tokens, int token) {
        return tokens.has(token)
                ? unsigned64(tokens.line(), tokens.start(token), tokens.end(token))
                : OptionalLong.empty();
    }

    private static OptionalLong digits(byte[] line, int from, int to) {
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = line[at] - '0';
            if (digit < 0 || digit > 9 || Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalLong.of(value);
    }
}
