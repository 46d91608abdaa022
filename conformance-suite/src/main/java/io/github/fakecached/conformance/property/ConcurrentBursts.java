package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.history.Contention;
import io.github.fakecached.conformance.history.Linearizability;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What is common to the properties of several connections at once. A history that cannot be explained is not made smaller by
 * trying again, which may end otherwise: it shows itself which part of it is enough.
 */
abstract class ConcurrentBursts extends TextRules {

    private static final int BURSTS = 12;

    /** Sends bursts, and sees that each can be explained. */
    static void contend(Target target, List<Dialect> dialects, List<List<List<ItemCommand>>> bursts) {
        try (var contention = new Contention(target, dialects)) {
            for (var burst : bursts) {
                contention.burst(burst).forEach(Linearizability::check);
            }
        }
    }

    /** For each burst and each connection, the commands it sends in it. */
    @Provide
    Arbitrary<List<List<List<ItemCommand>>>> bursts() {
        return Arbitraries.integers()
                .between(3, 8)
                .flatMap(connections -> commands()
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(6)
                        .list()
                        .ofSize(connections)
                        .list()
                        .ofSize(BURSTS));
    }

    private static Arbitrary<ItemCommand> commands() {
        var keys = Arbitraries.frequency(Tuple.of(3, "a"), Tuple.of(1, "b"));
        var values = Arbitraries.of("1", "20", "x", "99999");
        var flags = Arbitraries.of(0L, 7L);
        return Arbitraries.frequencyOf(
                Tuple.of(2, store(Verb.SET, keys, flags, values)),
                Tuple.of(2, store(Verb.ADD, keys, flags, values)),
                Tuple.of(1, store(Verb.REPLACE, keys, flags, values)),
                Tuple.of(2, store(Verb.APPEND, keys, Arbitraries.just(0L), Arbitraries.of("3", "0", "y"))),
                Tuple.of(
                        4,
                        Combinators.combine(keys, flags, values)
                                .as((key, flag, value) -> ItemCommand.cas(key, flag, value, ""))),
                Tuple.of(5, keys.map(key -> ItemCommand.count(Verb.INCR, key, "1"))),
                Tuple.of(4, keys.map(key -> ItemCommand.of(Verb.GETS, key))),
                Tuple.of(1, keys.map(key -> ItemCommand.of(Verb.DELETE, key))));
    }

    private static Arbitrary<ItemCommand> store(
            Verb verb, Arbitrary<String> keys, Arbitrary<Long> flags, Arbitrary<String> values) {
        return Combinators.combine(keys, flags, values)
                .as((key, flag, value) -> ItemCommand.store(verb, key, flag, value));
    }
}
