package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.model.TextModel;
import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Random sequences of well-formed commands: the model foretells every reply. */
class ModelProperties extends TextRules {

    private static final int MOVES = 60;

    @Property(tries = 40)
    @Checks("T-MODEL-01")
    void theModelForetellsEveryReply(@ForAll("sequences") ActionChain<Foretold> sequence) {
        sequence.run();
    }

    /** A server, the model of it, and which unique the server gave for which of the model's stamps. */
    static final class Foretold {

        private final TextClient client = CurrentRun.get().client();
        private final TextModel model = new TextModel();
        private final Map<Integer, String> uniques = new HashMap<>();

        private Foretold() {
            client.begin();
        }

        void look(String key) {
            var seen = client.item(key);
            var foretold = model.item(key);
            if (!seen.map(item -> item.flags() + " " + item.value())
                    .equals(foretold.map(item -> item.flags() + " " + item.value()))) {
                throw new AssertionError("the model has " + foretold);
            }
            seen.ifPresent(item -> {
                int stamp = foretold.orElseThrow().stamp();
                var known = uniques.putIfAbsent(stamp, item.unique());
                boolean used = known == null
                        && uniques.values().stream()
                                        .filter(item.unique()::equals)
                                        .count()
                                > 1;
                if (used || (known != null && !known.equals(item.unique()))) {
                    throw new AssertionError(
                            "the unique " + item.unique() + " does not tell changes apart: " + uniques);
                }
            });
        }

        void cas(String key, String value) {
            var known = model.item(key).filter(item -> uniques.containsKey(item.stamp()));
            int stamp = known.map(TextModel.Item::stamp).orElse(0);
            var unique = known.isPresent() ? uniques.get(stamp) : "0";
            client.expect(
                    model.cas(key, 9, value, stamp), "cas " + key + " 9 0 " + value.length() + " " + unique, value);
        }
    }

    @Provide
    Arbitrary<ActionChain<Foretold>> sequences() {
        return ActionChain.startWith(Foretold::new)
                .withAction(4, store("set", (f, kv) -> f.model.set(kv[0], 5, kv[1])))
                .withAction(2, store("add", (f, kv) -> f.model.add(kv[0], 5, kv[1])))
                .withAction(2, store("replace", (f, kv) -> f.model.replace(kv[0], 5, kv[1])))
                .withAction(2, store("append", (f, kv) -> f.model.append(kv[0], kv[1])))
                .withAction(2, store("prepend", (f, kv) -> f.model.prepend(kv[0], kv[1])))
                .withAction(3, onKey("cas", (f, key) -> f.cas(key, "c")))
                .withAction(5, onKey("gets", Foretold::look))
                .withAction(2, onKey("delete", (f, key) -> f.client.expect(f.model.delete(key), "delete " + key)))
                .withAction(1, onKey("touch", (f, key) -> f.client.expect(f.model.touch(key), "touch " + key + " 0")))
                .withAction(4, arithmetic("incr", Function.identity()))
                .withAction(4, arithmetic("decr", BigInteger::negate))
                .withAction(1, onKey("flush_all", (f, key) -> f.client.expect(f.model.flush(), "flush_all")))
                .withMaxTransformations(MOVES);
    }

    /** What the model answers for a key and a value. */
    private interface Answer {
        String to(Foretold foretold, String... keyAndValue);
    }

    private static Action<Foretold> store(String command, Answer answer) {
        // Numbers stay below 2^63 and no value is blank: what lies beyond, some versions leave to chance.
        var values = Arbitraries.of("1", "9", "10", "100", "x", "5x", "", "4611686018427387904");
        return moves(Combinators.combine(keys3(), values)
                .as((key, value) -> Transformer.mutate(
                        command + " " + key + " " + value,
                        f -> f.client.expect(
                                answer.to(f, key, value), command + " " + key + " 5 0 " + value.length(), value))));
    }

    private static Action<Foretold> onKey(String name, BiConsumer<Foretold, String> move) {
        return moves(keys3().map(key -> Transformer.mutate(name + " " + key, f -> move.accept(f, key))));
    }

    private static Action<Foretold> arithmetic(String command, Function<BigInteger, BigInteger> sign) {
        return moves(Combinators.combine(keys3(), Arbitraries.of("0", "1", "9", "90", "1000"))
                .as((key, delta) -> Transformer.mutate(
                        command + " " + key + " " + delta,
                        f -> f.client.expect(
                                f.model.add(key, sign.apply(new BigInteger(delta))),
                                command + " " + key + " " + delta))));
    }

    private static Arbitrary<String> keys3() {
        return Arbitraries.of("a", "b", "c");
    }

    private static Action<Foretold> moves(Arbitrary<Transformer<Foretold>> moves) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<Foretold>> transformer() {
                return moves;
            }
        };
    }
}
