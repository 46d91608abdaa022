package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** What is said in the binary protocol: how often which layout of requests is tried. */
final class BinaryMoves {

    private BinaryMoves() {}

    static List<Move> all() {
        return List.of(
                one(30, BinaryCommands.storage()),
                one(8, BinaryCommands.concatenation()),
                one(20, BinaryCommands.retrieval()),
                one(15, BinaryCommands.arithmetic()),
                one(10, BinaryCommands.touching()),
                one(6, BinaryCommands.delete()),
                one(3, BinaryCommands.administration()),
                saying(2, BinaryCommands.flush().map(flush -> flush.bytes() + Keys.lookForAllInBinary())),
                saying(6, batches()),
                saying(4, HostileHeads.otherLayouts()),
                saying(5, HostileHeads.damaged(anyCommand())));
    }

    private static Move one(int weight, Arbitrary<BinaryMessage> requests) {
        return saying(weight, requests.map(BinaryMessage::bytes));
    }

    private static Move saying(int weight, Arbitrary<String> templates) {
        return new Move(weight, Dialect.BINARY, templates);
    }

    private static Arbitrary<BinaryMessage> anyCommand() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, BinaryCommands.storage()),
                Tuple.of(2, BinaryCommands.concatenation()),
                Tuple.of(3, BinaryCommands.retrieval()),
                Tuple.of(3, BinaryCommands.arithmetic()),
                Tuple.of(3, BinaryCommands.touching()),
                Tuple.of(2, BinaryCommands.delete()),
                Tuple.of(1, BinaryCommands.administration()));
    }

    /**
     * Several requests in one packet, quiet ones among them. No arithmetic beside others, for the sake of
     * {@link StrayMemory}, and because it does not pad a number whose value is still to be sent.
     */
    private static Arbitrary<String> batches() {
        return Arbitraries.oneOf(
                batchOf(Arbitraries.frequencyOf(
                        Tuple.of(4, BinaryCommands.storage()),
                        Tuple.of(1, BinaryCommands.concatenation()),
                        Tuple.of(4, BinaryCommands.retrieval()),
                        Tuple.of(1, BinaryCommands.touching()),
                        Tuple.of(1, BinaryCommands.delete()))),
                batchOf(Arbitraries.frequencyOf(
                        Tuple.of(3, BinaryCommands.smallArithmetic()), Tuple.of(1, BinaryCommands.delete()))));
    }

    private static Arbitrary<String> batchOf(Arbitrary<BinaryMessage> requests) {
        var noop = BinaryMessage.request(Opcodes.NOOP, "", "", "").bytes();
        return requests.map(BinaryMessage::bytes)
                .list()
                .ofMinSize(2)
                .ofMaxSize(8)
                .map(batch -> batch.stream().collect(Collectors.joining("", "", noop)));
    }
}
