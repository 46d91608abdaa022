package io.github.fakecached.conformance.lockstep;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * The words of commands: mostly good ones, and now and then one of those that parsers disagree about. None of them makes an
 * item expire while a conversation lasts: lock step has no clock.
 */
final class Tokens {

    /** 2592001 is an instant in 1970; 4102444800 one after 2038, which 32 bits turn into the past. */
    private static final List<String> EXPTIMES = List.of(
            "0",
            "1000",
            "2592000",
            "2592001",
            "-1",
            "-1000",
            "2147483647",
            "2147483648",
            "4102444800",
            "4294967296",
            "00700",
            "+500",
            "abc",
            "5x",
            "-",
            "99999999999999999999",
            "0.5",
            "1e3");

    private static final List<String> FLAGS = List.of(
            "0",
            "1",
            "65535",
            "2147483648",
            "4294967295",
            "4294967296",
            "-1",
            "+1",
            "007",
            "12abc",
            "x",
            "99999999999999999999",
            "-0",
            "1.5");

    private static final List<String> NUMBERS = List.of(
            "1",
            "0",
            "9",
            "10",
            "100",
            "999",
            "4294967296",
            "18446744073709551614",
            "18446744073709551615",
            "18446744073709551616",
            "-1",
            "+1",
            "007",
            "00000000000000000001",
            "000000000000000000001",
            "0000000000000000000000001",
            "1x",
            "x",
            "-",
            "0x10",
            "1.0",
            "99999999999999999999999999");

    private Tokens() {}

    static Arbitrary<String> flags() {
        return Arbitraries.frequencyOf(of(5, "0"), of(8, "0", "5", "4294967295"), of(1, FLAGS));
    }

    static Arbitrary<String> exptime() {
        return Arbitraries.frequencyOf(of(9, "0", "1000"), of(1, EXPTIMES));
    }

    static Arbitrary<String> delta() {
        return Arbitraries.frequencyOf(of(6, "1", "5", "10", "99"), of(4, NUMBERS));
    }

    /** A cas unique: the right one, a stale or an impossible one. */
    static Arbitrary<String> unique(String key) {
        return Arbitraries.frequencyOf(
                of(8, CasMemory.placeholder(key)), of(1, CasMemory.placeholder("a")), of(2, NUMBERS));
    }

    static Arbitrary<String> noreply() {
        return Arbitraries.frequencyOf(
                of(12, ""), of(2, " noreply"), of(1, " NOREPLY", " noreply ", " noreply x", " x", " 0"));
    }

    /** None is nothing but white space: incr and decr read on past the end of such a value, in whatever memory follows. */
    static Arbitrary<String> value() {
        return Arbitraries.frequencyOf(
                of(10, "1", "0", "9", "10", "99", "100", "007", "18446744073709551615", "18446744073709551614"),
                of(
                        4,
                        "18446744073709551616",
                        " 5",
                        "5 ",
                        "5 x",
                        "+5",
                        "5x",
                        "-5",
                        "0x5",
                        "5\0",
                        "5\t6",
                        "\t5",
                        "5\n",
                        "\u000b5",
                        "0".repeat(30),
                        "1".repeat(20),
                        " ".repeat(5) + "x",
                        "00000000000000000001"),
                of(6, "", "x", "abc", "plain text", "END\r\n", "a\r\nb", "\r\nx", "\nx", "get a", "\u0080\u0000\u00ff"),
                of(1, "y".repeat(100), "y".repeat(1000), "y".repeat(2046), "y".repeat(5000)));
    }

    static Tuple2<Integer, Arbitrary<? extends String>> of(int weight, String... values) {
        return of(weight, List.of(values));
    }

    static Tuple2<Integer, Arbitrary<? extends String>> of(int weight, List<String> values) {
        return Tuple.of(weight, Arbitraries.of(values));
    }
}
