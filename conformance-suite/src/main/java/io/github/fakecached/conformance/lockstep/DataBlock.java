package io.github.fakecached.conformance.lockstep;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A data block and the number of bytes that the line before it announces, which is sometimes wrong. There are always enough
 * bytes for a server that believes the number, and they end in a line feed, so that no server is left waiting for more.
 *
 * @param announced the token in the command line
 * @param bytes all that follows the command line
 */
record DataBlock(String announced, String bytes) {

    /** The limit for key {@code a} without flags: 1 MiB less an item's 48 + 8 bytes, the key's 1 + 1 and the 2 of CRLF. */
    private static final int LARGEST = 1024 * 1024 - 48 - 8 - 2 - 2;

    static Arbitrary<DataBlock> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(400, Tokens.value().map(DataBlock::honest)),
                Tuple.of(
                        40,
                        Combinators.combine(Tokens.value(), Arbitraries.of(1, -1, 2, -2, 10, -10))
                                .as(DataBlock::off)),
                Tuple.of(30, Combinators.combine(Tokens.value(), badNumbers()).as(DataBlock::misprinted)),
                Tuple.of(
                        15,
                        Combinators.combine(Tokens.value(), Arbitraries.of("\n", "\r", "", "\n\r", "xx", "\r\r\n"))
                                .as(DataBlock::endedBy)),
                Tuple.of(1, Arbitraries.of(-5, -4, -1, 0, 1, 250).map(more -> honest("z".repeat(LARGEST + more)))));
    }

    /** A value alone, as the binary protocol sends it. */
    static Arbitrary<String> value() {
        return Arbitraries.frequencyOf(
                Tuple.of(500, Tokens.value()),
                Tuple.of(1, Arbitraries.of(-5, -4, -1, 0, 1, 250).map(more -> "z".repeat(LARGEST + more))));
    }

    static DataBlock honest(String value) {
        return new DataBlock(String.valueOf(value.length()), value + "\r\n");
    }

    private static DataBlock off(String value, int by) {
        return announcing(Math.max(0, value.length() + by), value + "\r\n");
    }

    private static DataBlock endedBy(String value, String end) {
        return announcing(value.length(), value + end);
    }

    private static DataBlock announcing(int announced, String bytes) {
        int missing = announced + 2 - bytes.length();
        var filler = missing <= 0 && bytes.endsWith("\n") ? "" : "x".repeat(Math.max(0, missing - 2)) + "\r\n";
        return new DataBlock(String.valueOf(announced), bytes + filler);
    }

    /** N stands for the right number. 4294967296 more than that is the same number in 32 bits. */
    private static Arbitrary<String> badNumbers() {
        return Arbitraries.of(
                "-1",
                "abc",
                "-",
                "+N",
                "0N",
                "00000000000N",
                "Nx",
                "N.0",
                "2147483646",
                "2147483647",
                "2147483648",
                "-2147483648",
                "wrapped",
                "99999999999999999999");
    }

    private static DataBlock misprinted(String value, String form) {
        var announced = form.equals("wrapped")
                ? String.valueOf(4294967296L + value.length())
                : form.replace("N", String.valueOf(value.length()));
        return new DataBlock(announced, value + "\r\n");
    }
}
