package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Arithmetic that real memcached decides by what happens to be in memory behind a value, so that no two servers need agree:
 * of a value that is nothing but white space every version reads on past its end, and in a number of 2^63 or more the versions
 * before 1.6.40 look for a minus sign past its end. Such commands are left out, in any dialect.
 */
final class StrayMemory {

    /** Up to a NUL too, where old versions take a line to end. */
    private static final Pattern ARITHMETIC =
            Pattern.compile("(?m)^ *(?:incr|decr|ma) +(([^ \r\n\0]+)[^ \r\n]*|\0[^ \r\n]*)");

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern BIG_NUMBER = Pattern.compile("(?s)\\s*\\+?(\\d{19,})(?:[\\s\\00].*)?");
    private static final BigInteger TOO_BIG = BigInteger.ONE.shiftLeft(63);

    private StrayMemory() {}

    /** The keys of all arithmetic among these bytes. */
    static Stream<String> keysOfArithmetic(Dialect dialect, String bytes) {
        if (dialect == Dialect.BINARY) {
            return BinaryMessage.split(bytes).stream()
                    .flatMap(chunk -> BinaryMessage.of(chunk).stream())
                    .filter(request -> Opcodes.ARITHMETIC.contains(request.opcode()))
                    .map(BinaryMessage::key)
                    .filter(key -> !key.isEmpty());
        }
        return ARITHMETIC
                .matcher(bytes)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                .filter(word -> word != null)
                .flatMap(word -> Stream.concat(
                        Stream.of(word), dialect == Dialect.META ? CasMemory.decoded(word).stream() : Stream.empty()))
                .filter(key -> !key.isEmpty() && key.length() <= 250)
                .distinct();
    }

    /** Whether arithmetic on an item with this value is up to chance. */
    static boolean decides(ServerVersion version, String value) {
        return BLANK.matcher(value).matches() || (!version.hasNewParser() && isBigNumber(value));
    }

    private static boolean isBigNumber(String value) {
        var matcher = BIG_NUMBER.matcher(value);
        return matcher.matches() && new BigInteger(matcher.group(1)).compareTo(TOO_BIG) >= 0;
    }
}
