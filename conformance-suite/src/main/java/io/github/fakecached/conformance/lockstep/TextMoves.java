package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Dialect;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** What is said in the classic text protocol: how often which family of commands is tried. */
final class TextMoves {

    private TextMoves() {}

    static List<Move> all() {
        return List.of(
                saying(30, TextCommands.storage()),
                saying(10, TextCommands.cas()),
                saying(25, TextCommands.retrieval()),
                saying(1, TextCommands.bigRetrieval()),
                saying(15, TextCommands.arithmetic()),
                saying(4, TextCommands.touch()),
                saying(5, TextCommands.delete()),
                saying(2, TextCommands.flush()),
                saying(2, TextCommands.administration()),
                saying(5, HostileLines.nonsense()),
                saying(8, HostileLines.damaged(anyCommand())),
                saying(3, pipelined()));
    }

    private static Move saying(int weight, Arbitrary<String> templates) {
        return new Move(weight, Dialect.TEXT, templates);
    }

    private static Arbitrary<String> anyCommand() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, TextCommands.storage()),
                Tuple.of(3, TextCommands.cas()),
                Tuple.of(4, TextCommands.retrieval()),
                Tuple.of(3, TextCommands.arithmetic()),
                Tuple.of(2, TextCommands.touch()),
                Tuple.of(2, TextCommands.delete()),
                Tuple.of(2, TextCommands.flush()),
                Tuple.of(1, TextCommands.administration()));
    }

    /**
     * Several commands in one packet. No retrieval among them: incr and decr of an item whose value is still to be sent do
     * not pad as they do otherwise, and a retrieval with a key that is too long takes earlier replies with it (both 1.6.45).
     * Nor stores beside arithmetic, for the sake of {@link StrayMemory}.
     */
    private static Arbitrary<String> pipelined() {
        return Arbitraries.oneOf(
                packetOf(Arbitraries.frequencyOf(
                        Tuple.of(30, TextCommands.storage()),
                        Tuple.of(8, TextCommands.cas()),
                        Tuple.of(4, TextCommands.touch()),
                        Tuple.of(6, TextCommands.delete()))),
                packetOf(Arbitraries.frequencyOf(
                        Tuple.of(4, TextCommands.smallArithmetic()),
                        Tuple.of(1, TextCommands.touch()),
                        Tuple.of(1, TextCommands.delete()))));
    }

    private static Arbitrary<String> packetOf(Arbitrary<String> commands) {
        return commands.list().ofMinSize(2).ofMaxSize(6).map(packet -> String.join("", packet));
    }
}
