package io.github.fakecached.internal.command;

import io.github.fakecached.internal.store.CNumber;
import java.util.OptionalLong;

/**
 * How a version of memcached reads the numbers of a command line: as C's strtol family does (before 1.6.40), or as digits
 * only. Flags and exptime of the storage commands are read as in C by both. A token that is not there is no number.
 */
enum NumberSyntax {
    AS_IN_C {
        @Override
        OptionalLong signed32(Tokens tokens, int token) {
            return inC32(tokens, token);
        }

        @Override
        OptionalLong unsigned64(Tokens tokens, int token) {
            return tokens.has(token)
                    ? CNumber.unsigned(tokens.line(), tokens.start(token), tokens.end(token))
                    : OptionalLong.empty();
        }

        @Override
        OptionalLong unsigned32(Tokens tokens, int token) {
            return inC32Unsigned(tokens, token);
        }
    },
    DIGITS_ONLY {
        @Override
        OptionalLong signed32(Tokens tokens, int token) {
            if (!tokens.has(token) || tokens.length(token) > LONGEST_32_BIT) {
                return OptionalLong.empty();
            }
            int start = tokens.start(token);
            boolean negative = tokens.line()[start] == '-';
            OptionalLong digits = digits(tokens.line(), negative ? start + 1 : start, tokens.end(token));
            if (digits.isEmpty()) {
                return digits;
            }
            long value = negative ? -digits.getAsLong() : digits.getAsLong();
            return value == (int) value ? OptionalLong.of(value) : OptionalLong.empty();
        }

        @Override
        OptionalLong unsigned64(Tokens tokens, int token) {
            return tokens.has(token) && tokens.length(token) <= LONGEST_64_BIT
                    ? digits(tokens.line(), tokens.start(token), tokens.end(token))
                    : OptionalLong.empty();
        }

        @Override
        OptionalLong unsigned32(Tokens tokens, int token) {
            if (!tokens.has(token) || tokens.length(token) > LONGEST_32_BIT) {
                return OptionalLong.empty();
            }
            OptionalLong digits = digits(tokens.line(), tokens.start(token), tokens.end(token));
            return digits.isPresent() && digits.getAsLong() >>> 32 == 0 ? digits : OptionalLong.empty();
        }
    };

    private static final int LONGEST_32_BIT = 11;
    private static final int LONGEST_64_BIT = 22;

    abstract OptionalLong signed32(Tokens tokens, int token);

    abstract OptionalLong unsigned64(Tokens tokens, int token);

    abstract OptionalLong unsigned32(Tokens tokens, int token);

    /** A signed number of up to 64 bits, of which the lower 32 are used. */
    static OptionalLong inC32(Tokens tokens, int token) {
        if (!tokens.has(token)) {
            return OptionalLong.empty();
        }
        OptionalLong number = CNumber.signed(tokens.line(), tokens.start(token), tokens.end(token));
        if (number.isEmpty()) {
            return number;
        }
        int lower = (int) number.getAsLong();
        return OptionalLong.of(lower);
    }

    /** An unsigned number of up to 64 bits, of which the lower 32 are used. */
    static OptionalLong inC32Unsigned(Tokens tokens, int token) {
        if (!tokens.has(token)) {
            return OptionalLong.empty();
        }
        OptionalLong number = CNumber.unsigned(tokens.line(), tokens.start(token), tokens.end(token));
        return number.isPresent() ? OptionalLong.of(number.getAsLong() & 0xffff_ffffL) : number;
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
