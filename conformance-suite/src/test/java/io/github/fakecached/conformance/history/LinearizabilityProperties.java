package io.github.fakecached.conformance.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.history.Linearizability.Verdict;
import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.model.TextModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The checker, on histories that come of an order, and on such that were changed afterwards. */
class LinearizabilityProperties {

    private static final String KEY = "k";
    private static final int OPERATIONS = 24;

    /** What connections would write down of a server that carries out one command after the other. */
    private static History honest(long seed, int connections) {
        var random = new Random(seed);
        var model = new TextModel();
        var free = new long[connections];
        Map<Integer, String> uniques = new HashMap<>();
        var lastShown = new String[connections];
        var lastStamp = new int[connections];
        var operations = new ArrayList<Operation>();
        long moment = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            int connection = random.nextInt(connections);
            moment = Math.max(moment, free[connection]) + 1 + random.nextInt(10);
            long sent = Math.max(free[connection], moment - random.nextInt(40));
            var command = command(random, lastShown[connection]);
            var words = command.answeredBy(model, lastStamp[connection]);
            var unique = "";
            if (command.verb() == Verb.GETS && !words.equals(Answer.MISS)) {
                int stamp = model.item(KEY).orElseThrow().stamp();
                unique = uniques.computeIfAbsent(stamp, next -> String.valueOf(100 + next));
                lastShown[connection] = unique;
                lastStamp[connection] = stamp;
            }
            long answered = moment + random.nextInt(40);
            free[connection] = answered + 1;
            operations.add(new Operation(connection, command, new Answer(words, unique), sent, answered));
        }
        return new History(Optional.empty(), Set.of(), operations);
    }

    private static ItemCommand command(Random random, String shown) {
        var value = String.valueOf(random.nextInt(3));
        return switch (random.nextInt(shown == null ? 6 : 8)) {
            case 0 -> ItemCommand.store(Verb.SET, KEY, random.nextInt(2), value);
            case 1 -> ItemCommand.store(Verb.ADD, KEY, 0, value);
            case 2 -> ItemCommand.store(Verb.APPEND, KEY, 0, value);
            case 3 -> ItemCommand.count(Verb.INCR, KEY, "1");
            case 4 -> ItemCommand.of(Verb.DELETE, KEY);
            case 5 -> ItemCommand.of(Verb.GETS, KEY);
            default -> ItemCommand.cas(KEY, 3, value, shown);
        };
    }

    @Property(tries = 300)
    void whatComesOfAnOrderIsExplained(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int connections) {
        assertThat(Linearizability.of(honest(seed, connections))).isEqualTo(Verdict.LINEARIZABLE);
    }

    @Property(tries = 300)
    void aNumberThatNobodyCountedToIsFound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int connections) {
        var history = honest(seed, connections);
        var operations = new ArrayList<>(history.operations());
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (operation.command().verb() == Verb.INCR
                    && operation.answer().words().matches("\\d+")) {
                var more = operation.answer().words() + "000000";
                operations.set(
                        i,
                        new Operation(
                                operation.connection(),
                                operation.command(),
                                Answer.of(more),
                                operation.sent(),
                                operation.answered()));
                assertThat(Linearizability.of(new History(Optional.empty(), Set.of(), operations)))
                        .isEqualTo(Verdict.NOT_LINEARIZABLE);
                return;
            }
        }
    }

    /** Every order is tried here, without any thought of which were tried before. */
    @Property(tries = 200)
    void itSaysTheSameAsTryingAllOrders(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int connections) {
        var random = new Random(seed);
        var operations = new ArrayList<>(honest(seed, connections).operations().subList(0, 7));
        int changed = random.nextInt(operations.size());
        var operation = operations.get(changed);
        var words = List.of("STORED", "NOT_STORED", "EXISTS", "1", "2", "END", "DELETED", "NOT_FOUND");
        operations.set(
                changed,
                new Operation(
                        operation.connection(),
                        operation.command(),
                        Answer.of(words.get(random.nextInt(words.size()))),
                        operation.sent(),
                        operation.answered()));
        boolean explained = anyOrder(operations, new HashSet<>(), new ArrayList<>());
        assertThat(Linearizability.of(new History(Optional.empty(), Set.of(), operations)))
                .isEqualTo(explained ? Verdict.LINEARIZABLE : Verdict.NOT_LINEARIZABLE);
    }

    private static boolean anyOrder(List<Operation> all, Set<Operation> used, List<Operation> order) {
        if (order.size() == all.size()) {
            return isExplainedBy(order);
        }
        for (var next : all) {
            boolean tooEarly = all.stream()
                    .anyMatch(other -> !used.contains(other) && other != next && other.answered() < next.sent());
            if (!tooEarly && used.add(next)) {
                order.add(next);
                if (anyOrder(all, used, order)) {
                    return true;
                }
                order.remove(order.size() - 1);
                used.remove(next);
            }
        }
        return false;
    }

    private static boolean isExplainedBy(List<Operation> order) {
        var model = new TextModel();
        Map<String, Integer> stamps = new HashMap<>();
        for (var operation : order) {
            var command = operation.command();
            var answer = operation.answer();
            var words = command.answeredBy(model, stamps.getOrDefault(command.unique(), 0));
            if (!words.equals(answer.words())) {
                return false;
            }
            if (command.verb() == Verb.GETS && !words.equals(Answer.MISS)) {
                int stamp = model.item(KEY).orElseThrow().stamp();
                var known = stamps.putIfAbsent(answer.unique(), stamp);
                boolean another = stamps.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getValue() == stamp && !entry.getKey().equals(answer.unique()));
                if (another || (known != null && known != stamp)) {
                    return false;
                }
            }
        }
        return true;
    }
}
