package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is common to the properties of the text protocol: the values they are tried with, edges first. */
@RunsOnTarget
abstract class TextRules {

    static final String FORMAT = "CLIENT_ERROR bad command line format";
    static final String BAD_TOKEN = "CLIENT_ERROR bad token in command line format";
    static final String TOO_LARGE = "SERVER_ERROR object too large for cache";
    private static final BigInteger SIGN = BigInteger.ONE.shiftLeft(63);
    static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /** The largest value of an item with a key of one byte and no flags. */
    static final int LARGEST = 1024 * 1024 - 48 - 8 - 1 - 1 - 2;

    /** Keys of bytes that every version takes: no blank, LF, CR or NUL. Not noreply, which may stand last in a line. */
    @Provide
    Arbitrary<String> keys() {
        var bytes = Arbitraries.chars().range('\1', '\u00ff').filter(c -> c != ' ' && c != '\n' && c != '\r');
        return Arbitraries.oneOf(
                bytes.list().ofMinSize(1).ofMaxSize(30).map(TextRules::join),
                bytes.list().ofSize(250).map(TextRules::join),
                bytes.list().ofSize(249).map(TextRules::join),
                Arbitraries.of("k", "0", "a:b", "k\t", "\u00c3\u00a4"));
    }

    /** Any bytes, of lengths about those where buffers end. */
    @Provide
    Arbitrary<String> values() {
        var anyByte = Arbitraries.chars().range('\0', '\u00ff');
        return Arbitraries.frequencyOf(
                Tuple.of(10, anyByte.list().ofMaxSize(60).map(TextRules::join)),
                Tuple.of(3, Arbitraries.of("", "\r\n", "END\r\n", "VALUE k 0 1\r\nx\r\nEND\r\n", "\n", "\0")),
                Tuple.of(
                        2,
                        Arbitraries.of(1399, 1400, 2046, 2047, 2048, 2049, 8192, 16382, 16383, 16384, 65536)
                                .map("v"::repeat)));
    }

    /** Such as a server that takes them for signed numbers gets right: which it does not is a matter of the rule about them. */
    @Provide
    Arbitrary<Long> flags() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 0xffffL, 0x10000L, 0x7fffffffL),
                Arbitraries.longs().between(0, 0x7fffffffL));
    }

    /** All that there are. */
    @Provide
    Arbitrary<Long> allFlags() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, 0x7fffffffL, 0x80000000L, 0xffffffffL),
                Arbitraries.longs().between(0, 0xffffffffL));
    }

    /** Unsigned 64 bit numbers. */
    @Provide
    Arbitrary<BigInteger> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                                "0",
                                "1",
                                "9",
                                "10",
                                "99",
                                "100",
                                "4294967295",
                                "4294967296",
                                "9223372036854775807",
                                "9223372036854775808",
                                "18446744073709551614",
                                "18446744073709551615")
                        .map(BigInteger::new),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, MAX));
    }

    /** What a client may give a meta command to recognise its answer by. */
    @Provide
    Arbitrary<String> opaques() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "0", "o".repeat(31), "\u00ff"),
                Arbitraries.strings().withCharRange('A', 'Z').numeric().ofMaxLength(31));
    }

    /** Cas uniques that a client may choose. */
    @Provide
    Arbitrary<String> uniques() {
        return Arbitraries.oneOf(
                Arbitraries.of("1", "4294967295", "4294967296", "9223372036854775808", "18446744073709551615"),
                Arbitraries.bigIntegers().between(BigInteger.ONE, MAX).map(BigInteger::toString));
    }

    /** What mg can be asked for, in any order. */
    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle("s", "t", "c", "f", "h", "k", "O12")
                .flatMap(
                        flags -> Arbitraries.integers().between(1, flags.size()).map(count -> flags.subList(0, count)));
    }

    /** A zero byte ends a large number where a version before 1.6.40 would look on for a minus sign. */
    static void storeNumber(TextClient client, BigInteger number) {
        client.store("k", client.hasNewParser() || number.compareTo(SIGN) < 0 ? number.toString() : number + "\0");
    }

    /** Of servers without uniques, versions before 1.6.40 flush what is stored in the same second after it, too. */
    static void afterTheFlush(Target target) {
        target.advance(Duration.ofSeconds(1));
    }

    private static String join(List<Character> characters) {
        var text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
