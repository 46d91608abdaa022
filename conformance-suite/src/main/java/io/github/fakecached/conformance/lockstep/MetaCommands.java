package io.github.fakecached.conformance.lockstep;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random meta commands as templates of bytes, a method for each. Each leaves a server waiting for a command. */
final class MetaCommands {

    private MetaCommands() {}

    static Arbitrary<String> get() {
        return withoutData("mg", "cfhkqstuvlNRTOEC");
    }

    static Arbitrary<String> delete() {
        return withoutData("md", "kqOCITxEF");
    }

    static Arbitrary<String> arithmetic() {
        return withoutData("ma", "cktvqNJDTMOCE");
    }

    static Arbitrary<String> store() {
        return Combinators.combine(Keys.meta(), DataBlock.any())
                .flatAs((key, data) -> MetaFlags.any("ckqsFITCEMMO", key.word()).map(flags -> store(key, data, flags)));
    }

    /** Whose data is as announced, and whose flags make sense. */
    static Arbitrary<String> plainStore() {
        return Combinators.combine(Keys.meta(), Tokens.value().map(DataBlock::honest), MetaFlags.plain())
                .as(MetaCommands::store);
    }

    private static String store(Keys.Written key, DataBlock data, String flags) {
        return "ms " + key.word() + " " + data.announced() + key.flag() + flags + "\r\n" + data.bytes();
    }

    static Arbitrary<String> debug() {
        return Combinators.combine(
                        Keys.meta(),
                        Arbitraries.frequencyOf(Tokens.of(6, ""), Tokens.of(1, " x", " b x", " b", " x b")))
                .as((key, rest) -> "me " + key.word() + key.flag() + rest + "\r\n");
    }

    static Arbitrary<String> noop() {
        return Arbitraries.of("mn\r\n", "mn x\r\n", "mn q\r\n", "mn noreply\r\n");
    }

    static Arbitrary<String> nonsense() {
        return Arbitraries.of(
                "mg\r\n",
                "mg \r\n",
                "mg\n",
                "ms\r\n",
                "ms a\r\n",
                "ms a noreply\r\n",
                "ms a c\r\n",
                "ms a S1\r\nx\r\n",
                "md\r\n",
                "ma\r\n",
                "me\r\n",
                "mx a\r\n",
                "mb a\r\n",
                "m\r\n",
                "m a\r\n",
                "MG a\r\n",
                "mga\r\n",
                "mnx\r\n",
                "mgg a\r\n",
                "mg a noreply\r\n",
                "me a noreply\r\n",
                " mg a v\r\n",
                "mg a v\n",
                "md a q noreply\r\n");
    }

    private static Arbitrary<String> withoutData(String command, String letters) {
        return Keys.meta()
                .flatMap(key -> MetaFlags.any(letters, key.word())
                        .map(flags -> command + " " + key.word() + key.flag() + flags + "\r\n"));
    }

    /** Some in one packet, quiet or not, with nothing among them that a {@link StrayMemory} could decide. */
    static Arbitrary<String> pipelined() {
        return Arbitraries.oneOf(
                packetOf(Arbitraries.frequencyOf(
                        Tuple.of(4, get()), Tuple.of(4, plainStore()), Tuple.of(1, delete()), Tuple.of(1, debug()))),
                packetOf(Arbitraries.frequencyOf(Tuple.of(3, smallArithmetic()), Tuple.of(1, delete()))));
    }

    /** With numbers that do not make a value of 2^63 or more. */
    private static Arbitrary<String> smallArithmetic() {
        return Combinators.combine(
                        Keys.meta(),
                        Arbitraries.of(
                                "",
                                " D5",
                                " MD",
                                " MD D3",
                                " M+ v",
                                " v t",
                                " N0 J7 c",
                                " N1000 J9 v",
                                " q",
                                " q Ox k"))
                .as((key, flags) -> "ma " + key.word() + key.flag() + flags + "\r\n");
    }

    private static Arbitrary<String> packetOf(Arbitrary<String> commands) {
        return commands.list().ofMinSize(2).ofMaxSize(6).map(packet -> String.join("", packet) + "mn\r\n");
    }
}
