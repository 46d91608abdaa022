package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.wire.Dialect;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Random sequences of well-formed commands about a few items, in one dialect or several, each answered as the model foretells. */
abstract class ModelSequences extends TextRules {

    private static final int MOVES = 60;

    static Arbitrary<ActionChain<ForetoldServer>> sequencesIn(Dialect... dialects) {
        var saying = Arbitraries.of(dialects);
        return ActionChain.startWith(ForetoldServer::new)
                .withAction(4, store(saying, Verb.SET))
                .withAction(2, store(saying, Verb.ADD))
                .withAction(2, store(saying, Verb.REPLACE))
                .withAction(2, store(saying, Verb.APPEND))
                .withAction(2, store(saying, Verb.PREPEND))
                .withAction(3, cas(saying))
                .withAction(5, onKey(saying, Verb.GETS))
                .withAction(2, onKey(saying, Verb.DELETE))
                .withAction(1, onKey(saying, Verb.TOUCH))
                .withAction(4, count(saying, Verb.INCR))
                .withAction(4, count(saying, Verb.DECR))
                .withAction(1, moves(Arbitraries.just(Transformer.mutate("flush_all", ForetoldServer::flush))))
                .withMaxTransformations(MOVES);
    }

    private static Action<ForetoldServer> store(Arbitrary<Dialect> dialects, Verb verb) {
        // Numbers stay below 2^63 and no value is blank: what lies beyond, some versions leave to chance.
        var values = Arbitraries.of("1", "9", "10", "100", "x", "5x", "", "4611686018427387904");
        return ask(
                dialects,
                Combinators.combine(keys3(), values).as((key, value) -> ItemCommand.store(verb, key, 5, value)));
    }

    private static Action<ForetoldServer> onKey(Arbitrary<Dialect> dialects, Verb verb) {
        return ask(dialects, keys3().map(key -> ItemCommand.of(verb, key)));
    }

    private static Action<ForetoldServer> count(Arbitrary<Dialect> dialects, Verb verb) {
        var deltas = Arbitraries.of("0", "1", "9", "90", "1000");
        return ask(
                dialects, Combinators.combine(keys3(), deltas).as((key, delta) -> ItemCommand.count(verb, key, delta)));
    }

    private static Action<ForetoldServer> cas(Arbitrary<Dialect> dialects) {
        return moves(Combinators.combine(
                        dialects, keys3(), Arbitraries.integers().between(0, 7))
                .as((dialect, key, which) ->
                        Transformer.mutate(dialect + " cas " + key, server -> server.cas(dialect, key, "c", which))));
    }

    private static Action<ForetoldServer> ask(Arbitrary<Dialect> dialects, Arbitrary<ItemCommand> commands) {
        return moves(Combinators.combine(dialects, commands)
                .as((dialect, command) ->
                        Transformer.mutate(dialect + " " + command, server -> server.ask(dialect, command))));
    }

    private static Arbitrary<String> keys3() {
        return Arbitraries.of("a", "b", "c");
    }

    private static Action<ForetoldServer> moves(Arbitrary<Transformer<ForetoldServer>> moves) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<ForetoldServer>> transformer() {
                return moves;
            }
        };
    }
}
