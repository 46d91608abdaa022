package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.model.ItemCommand.Verb;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was asked about one key, and answered, from a moment on at which nothing was under way. A cas in it has a unique that its
 * connection had been shown before it was sent.
 *
 * @param before the item at that moment
 * @param shown cas uniques of the key that had been shown by then
 * @param operations in the order in which they were sent
 */
public record History(Optional<SeenItem> before, Set<String> shown, List<Operation> operations) {

    /** Puts the operations in order. */
    public History {
        shown = Set.copyOf(shown);
        operations = operations.stream()
                .sorted(Comparator.comparingLong(Operation::sent))
                .toList();
    }

    /** What of it had happened by a moment. */
    History until(long time) {
        return new History(
                before,
                shown,
                operations.stream()
                        .filter(operation -> operation.sent() <= time)
                        .map(operation -> operation.answered() <= time ? operation : operation.unanswered())
                        .toList());
    }

    /**
     * The smallest part that is still as wrong: no later than the first answer that cannot be explained, and without what has
     * changed nothing. A history that can be explained can be explained without such, so what is left is no less of a proof.
     */
    History smallest(Predicate<History> wrong) {
        var answers = operations.stream()
                .mapToLong(Operation::answered)
                .filter(time -> time < Long.MAX_VALUE)
                .sorted()
                .toArray();
        int from = 0;
        int to = answers.length - 1;
        while (from < to) {
            int middle = (from + to) / 2;
            if (wrong.test(until(answers[middle]))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        var smallest = until(answers[to]);
        for (var operation : smallest.operations) {
            var smaller = smallest.without(operation);
            if (smallest.canDoWithout(operation) && wrong.test(smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }

    private History without(Operation operation) {
        return new History(
                before,
                shown,
                operations.stream().filter(other -> !other.equals(operation)).toList());
    }

    /** A command that is under way may be what explains an answer; and so may who showed the unique of a cas. */
    private boolean canDoWithout(Operation operation) {
        if (operation.answer() == null) {
            return operation.command().verb() == Verb.GETS;
        }
        var unique = operation.answer().unique();
        return operation.hasChangedNothing()
                && operations.stream()
                        .noneMatch(other ->
                                !unique.isEmpty() && other.command().unique().equals(unique));
    }

    /** Cas uniques that are shown by the end of it. */
    Set<String> shownAfter() {
        var all = new HashSet<>(shown);
        operations.forEach(operation -> {
            if (operation.answer() != null && !operation.answer().unique().isEmpty()) {
                all.add(operation.answer().unique());
            }
        });
        return all;
    }

    @Override
    public String toString() {
        var start = operations.isEmpty() ? 0 : operations.get(0).sent();
        var text = new StringBuilder("before: " + before.map(SeenItem::toString).orElse("no item"));
        for (var operation : operations) {
            var answered = operation.answer() == null ? "" : String.valueOf((operation.answered() - start) / 1000);
            text.append("\nconnection %d, %d to %s us: %s -> %s"
                    .formatted(
                            operation.connection(),
                            (operation.sent() - start) / 1000,
                            answered.isEmpty() ? "?" : answered,
                            operation.command(),
                            operation.answer() == null ? "not answered yet" : operation.answer()));
        }
        return text.toString();
    }
}
