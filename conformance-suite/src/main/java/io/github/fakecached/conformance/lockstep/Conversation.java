package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Escapes;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** What two servers are told in lock step: the dialect, or all of them in turn, each on its own connection. */
public enum Conversation {
    /** The classic text protocol. */
    TEXT,
    /** Meta commands. */
    META,
    /** The binary protocol. */
    BINARY,
    /** Every step in any of the dialects, about the same items. */
    ACROSS;

    private List<Move> moves() {
        return switch (this) {
            case TEXT -> TextMoves.all();
            case META -> MetaMoves.all();
            case BINARY -> BinaryMoves.all();
            case ACROSS ->
                Stream.of(TEXT, META, BINARY)
                        .flatMap(dialect -> dialect.moves().stream())
                        .toList();
        };
    }

    /** Random ones of exactly this many steps. */
    ActionChainArbitrary<Both> ofSteps(int steps, Supplier<Both> fresh) {
        var chain = ActionChain.startWith(fresh);
        for (var move : moves()) {
            chain = chain.withAction(move.weight(), saying(move.dialect(), move.templates()));
        }
        return chain.withMaxTransformations(steps);
    }

    private static Action<Both> saying(Dialect dialect, Arbitrary<String> templates) {
        Arbitrary<Transformer<Both>> steps = templates.map(template ->
                Transformer.mutate(Escapes.escape(template), both -> both.sendIfDecided(dialect, template)));
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<Both>> transformer() {
                return steps;
            }
        };
    }
}
