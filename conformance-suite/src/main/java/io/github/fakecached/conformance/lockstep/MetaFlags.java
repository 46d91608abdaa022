package io.github.fakecached.conformance.lockstep;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * The flags of meta commands, mostly those that mean something to a command, each with an argument that is mostly good. A
 * time to live is never near a limit that {@code R} compares it with, since which of them is the longer one would depend on
 * where in a second a server is.
 */
final class MetaFlags {

    private static final String ALL = "bcfhklqstuvxCDEFIJLMNOPRT";

    private static final List<String> STRANGE = List.of(
            " !", " ~", " 9", " 0", " S1", " y", " [", " _", " @", " Q", " Z", " A", " \u0080", " \t", " q\t",
            " \u0001");

    private static final List<String> MODES = List.of(
            "E", "A", "P", "R", "S", "I", "D", "+", "-", "e", "a", "i", "d", "Add", "SS", "incr", "", "x", "\0");

    private MetaFlags() {}

    /** Any number of flags, each with a blank before it. */
    static Arbitrary<String> any(String letters, String key) {
        var flag = Arbitraries.frequencyOf(
                Tuple.of(20, one(letters, key)), Tuple.of(5, one(ALL, key)), Tuple.of(1, Arbitraries.of(STRANGE)));
        return Arbitraries.frequencyOf(
                        Tuple.of(30, flag.list().ofMaxSize(5)),
                        Tuple.of(1, flag.list().ofMinSize(15).ofMaxSize(25)))
                .map(flags -> String.join("", flags));
    }

    /** Some that go well together on a store. */
    static Arbitrary<String> plain() {
        return Arbitraries.of(
                "", " q", " c", " k s c", " F5 T1000", " ME", " MA", " MP N0", " MR q", " Oabc k q", " T1000 E99 c");
    }

    private static Arbitrary<String> one(String letters, String key) {
        return Arbitraries.of(letters.chars().mapToObj(Character::toString).toList())
                .flatMap(letter -> argument(letter, key).map(argument -> " " + letter + argument));
    }

    private static Arbitrary<String> argument(String letter, String key) {
        return switch (letter) {
            case "C" -> Tokens.unique(key);
            case "E" -> Arbitraries.oneOf(Tokens.unique(key), Tokens.delta());
            case "N", "T" ->
                Arbitraries.frequencyOf(
                        Tokens.of(6, "0", "1000", "100"),
                        Tokens.of(
                                1,
                                "-1",
                                "2592000",
                                "2592001",
                                "4294967295",
                                "2147483647",
                                "2147483648",
                                "",
                                "x",
                                "+500",
                                "-5",
                                "-0",
                                "60x",
                                "0070"));
            case "R" ->
                Arbitraries.frequencyOf(
                        Tokens.of(6, "30", "300", "40000"), Tokens.of(1, "0", "-1", "2592001", "", "x"));
            case "D", "J" -> Tokens.delta();
            case "F" -> Tokens.flags();
            case "M" -> Arbitraries.of(MODES);
            case "O" ->
                Arbitraries.frequencyOf(
                        Tokens.of(12, "", "1", "abc", "a=b"), Tokens.of(1, "x".repeat(31), "x".repeat(32)));
            default -> Arbitraries.frequencyOf(Tokens.of(12, ""), Tokens.of(1, "0", "1", "xx", letter));
        };
    }
}
