package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Escapes;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** The moves of a random conversation with two servers: how often which family of commands is tried. */
final class Conversation {

    private Conversation() {}

    /** Conversations of exactly this many moves. */
    static ActionChainArbitrary<Both> ofMoves(int moves, Supplier<Both> fresh) {
        return ActionChain.startWith(fresh)
                .withAction(30, saying(Commands.storage()))
                .withAction(10, saying(Commands.cas()))
                .withAction(25, saying(Commands.retrieval()))
                .withAction(1, saying(Commands.bigRetrieval()))
                .withAction(15, saying(Commands.arithmetic()))
                .withAction(4, saying(Commands.touch()))
                .withAction(5, saying(Commands.delete()))
                .withAction(2, saying(Commands.flush()))
                .withAction(2, saying(Commands.administration()))
                .withAction(5, saying(HostileLines.nonsense()))
                .withAction(8, saying(HostileLines.damaged(anyCommand())))
                .withAction(3, saying(pipelined()))
                .withMaxTransformations(moves);
    }

    private static Action<Both> saying(Arbitrary<String> templates) {
        Arbitrary<Transformer<Both>> moves = templates.map(
                template -> Transformer.mutate(Escapes.escape(template), both -> both.sendIfDecided(template)));
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<Both>> transformer() {
                return moves;
            }
        };
    }

    private static Arbitrary<String> anyCommand() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Commands.storage()),
                Tuple.of(3, Commands.cas()),
                Tuple.of(4, Commands.retrieval()),
                Tuple.of(3, Commands.arithmetic()),
                Tuple.of(2, Commands.touch()),
                Tuple.of(2, Commands.delete()),
                Tuple.of(2, Commands.flush()),
                Tuple.of(1, Commands.administration()));
    }

    /**
     * Several commands in one packet. No retrieval among them: incr and decr of an item whose value is still to be sent do
     * not pad as they do otherwise, and a retrieval with a key that is too long takes earlier replies with it (both 1.6.45).
     * Nor stores beside arithmetic, for the sake of {@link StrayMemory}.
     */
    private static Arbitrary<String> pipelined() {
        return Arbitraries.oneOf(
                packetOf(Arbitraries.frequencyOf(
                        Tuple.of(30, Commands.storage()),
                        Tuple.of(8, Commands.cas()),
                        Tuple.of(4, Commands.touch()),
                        Tuple.of(6, Commands.delete()))),
                packetOf(Arbitraries.frequencyOf(
                        Tuple.of(4, Commands.smallArithmetic()),
                        Tuple.of(1, Commands.touch()),
                        Tuple.of(1, Commands.delete()))));
    }

    private static Arbitrary<String> packetOf(Arbitrary<String> commands) {
        return commands.list().ofMinSize(2).ofMaxSize(6).map(packet -> String.join("", packet));
    }
}
