package io.github.fakecached.conformance.lockstep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** The keys that conversations are about, so few that commands meet, and how each dialect writes and looks for them. */
final class Keys {

    private static final List<String> COMMON = List.of("a", "b", "c");

    private static final List<String> OTHER = List.of("d", "e", "f", "g", "noreply", "0", "1", "k:1", "YQ==");

    private static final List<String> STRANGE = List.of(
            "k".repeat(250),
            "k".repeat(249),
            "k\u00c3\u00a4",
            "k\tt",
            "k\u0001",
            "k\u00ff",
            "\u0080",
            "k\rr",
            "key_with_some_length_to_it");

    private static final List<String> WITH_NUL = List.of("k\0n", "\0");

    /** No line can hold these as they are; meta commands write them in base64, and the binary protocol does not mind. */
    private static final List<String> OF_NO_LINE = List.of("with space", "l\nf\r\n", " ");

    private static final List<String> TOO_LONG = List.of("k".repeat(251), "k".repeat(300));

    private static final List<String> BAD_BASE64 = List.of("YWJ", "a", "Y!Q==", "====", "YQ=", "Y", "YQ==YQ==");

    private static final int LONGEST = 250;

    /** What is written in base64 is a key as it stands where the flag for it is lost. */
    private static final List<String> OF_WORDS = Stream.of(
                    Stream.of(COMMON, OTHER, STRANGE, BAD_BASE64).flatMap(List::stream),
                    Stream.of(COMMON, STRANGE, OF_NO_LINE)
                            .flatMap(List::stream)
                            .map(key -> inBase64(key).word())
                            .filter(word -> word.length() <= LONGEST))
            .flatMap(words -> words)
            .distinct()
            .toList();

    private Keys() {}

    /** As a word of a command line. */
    static Arbitrary<String> word() {
        return Arbitraries.frequencyOf(
                Tokens.of(60, COMMON),
                Tokens.of(24, OTHER),
                Tokens.of(4, STRANGE),
                Tokens.of(1, TOO_LONG),
                Tokens.of(1, WITH_NUL));
    }

    /** As meta commands write it: the word, and the flag that a word in base64 needs. */
    static Arbitrary<Written> meta() {
        return Arbitraries.frequencyOf(
                Tuple.of(40, word().map(word -> new Written(word, ""))),
                Tuple.of(
                        6,
                        Arbitraries.frequencyOf(Tokens.of(2, COMMON), Tokens.of(2, OF_NO_LINE), Tokens.of(1, STRANGE))
                                .map(Keys::inBase64)),
                Tuple.of(1, Arbitraries.of(BAD_BASE64).map(Keys::badBase64)));
    }

    /** As the binary protocol has it. */
    static Arbitrary<String> binary() {
        return Arbitraries.frequencyOf(
                Tokens.of(60, COMMON),
                Tokens.of(24, OTHER),
                Tokens.of(6, OF_NO_LINE),
                Tokens.of(4, STRANGE),
                Tokens.of(1, WITH_NUL));
    }

    private static Written inBase64(String key) {
        return new Written(Base64.getEncoder().encodeToString(key.getBytes(ISO_8859_1)), " b");
    }

    private static Written badBase64(String word) {
        return new Written(word, " b");
    }

    /** All keys that an item may have had from the start. */
    static List<String> all() {
        return Stream.of(OF_WORDS, WITH_NUL, OF_NO_LINE).flatMap(List::stream).toList();
    }

    /** How a meta command writes a key. */
    static Written written(String key) {
        return !OF_WORDS.contains(key) ? inBase64(key) : new Written(key, "");
    }

    /**
     * Looks for every key there may be. memcached drops a flushed item for good when it is looked for, or some time later;
     * before that, another flush_all with a time may bring it back. With this after each flush_all there is no "may".
     */
    static String lookForAll() {
        return "get " + String.join(" ", OF_WORDS) + "\r\n"
                + Stream.concat(withNul(), OF_NO_LINE.stream())
                        .map(Keys::inBase64)
                        .filter(key -> key.word().length() <= LONGEST)
                        .map(key -> "mg " + key.word() + key.flag() + "\r\n")
                        .collect(Collectors.joining());
    }

    /** The same in the binary protocol. */
    static String lookForAllInBinary() {
        return Stream.of(OF_WORDS.stream(), withNul(), OF_NO_LINE.stream())
                .flatMap(keys -> keys)
                .map(key -> BinaryMessage.request(Opcodes.GETQ, "", key, "").bytes())
                .collect(Collectors.joining());
    }

    /** With those that a NUL put before a key makes. */
    private static Stream<String> withNul() {
        return Stream.concat(
                WITH_NUL.stream(),
                OF_WORDS.stream().filter(key -> key.length() < LONGEST).map(key -> "\0" + key));
    }

    /**
     * A key in a meta command.
     *
     * @param word where the key stands
     * @param flag a blank and {@code b} if the word is base64, or nothing
     */
    record Written(String word, String flag) {}
}
