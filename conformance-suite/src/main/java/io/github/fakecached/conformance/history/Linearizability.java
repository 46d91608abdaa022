package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.model.TextModel;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of a history's operations in which the model answers all of them as the server did, and in which none comes
 * before another that was answered when it was sent. It tries no two orders that have done the same and lead to the same item.
 */
public final class Linearizability {

    /** What can be said of a history. */
    public enum Verdict {
        /** There is such an order. */
        LINEARIZABLE,
        /** There is none: the server has lost, repeated or torn something. */
        NOT_LINEARIZABLE,
        /** There are too many orders to try. */
        UNDECIDED
    }

    private static final int MOST_TRIED = 100_000;

    private final History history;
    private final Operation[] operations;
    private final Set<Tried> tried = new HashSet<>();

    private record Tried(BitSet done, Optional<SeenItem> item) {}

    private Linearizability(History history) {
        this.history = history;
        this.operations = history.operations().toArray(Operation[]::new);
    }

    /** Whether a history can be explained. */
    public static Verdict of(History history) {
        var search = new Linearizability(history);
        boolean found = search.explains(new BitSet(), history.before());
        if (search.tried.size() > MOST_TRIED) {
            return Verdict.UNDECIDED;
        }
        return found ? Verdict.LINEARIZABLE : Verdict.NOT_LINEARIZABLE;
    }

    /** Fails, with the smallest part of it that shows why, if a history cannot be explained. */
    public static void check(History history) {
        if (of(history) == Verdict.NOT_LINEARIZABLE) {
            throw new AssertionError("no order of these commands explains the answers:\n"
                    + history.smallest(part -> of(part) == Verdict.NOT_LINEARIZABLE));
        }
    }

    /** Whether what is not done yet can be explained, beginning with this item; true, too, if that takes too long. */
    private boolean explains(BitSet done, Optional<SeenItem> item) {
        long firstAnswer = firstAnswerNotDone(done);
        if (firstAnswer == Long.MAX_VALUE) {
            return true;
        }
        if (!tried.add(new Tried((BitSet) done.clone(), item))) {
            return false;
        }
        for (int next = done.nextClearBit(0);
                next < operations.length && operations[next].sent() <= firstAnswer;
                next = done.nextClearBit(next + 1)) {
            if (tried.size() > MOST_TRIED) {
                return true;
            }
            var then = after(operations[next], item, done);
            if (then.isPresent()) {
                done.set(next);
                if (explains(done, then.get().item())) {
                    return true;
                }
                done.clear(next);
            }
        }
        return false;
    }

    private long firstAnswerNotDone(BitSet done) {
        long first = Long.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < operations.length; i = done.nextClearBit(i + 1)) {
            first = Math.min(first, operations[i].answered());
        }
        return first;
    }

    /** What an operation leads to. */
    private record Outcome(Optional<SeenItem> item) {}

    /** Nothing if the operation would have been answered otherwise. */
    private Optional<Outcome> after(Operation operation, Optional<SeenItem> item, BitSet done) {
        var command = operation.command();
        var model =
                item.map(seen -> new TextModel(command.key(), seen.modelled())).orElseGet(TextModel::new);
        boolean same = item.isPresent() && item.get().unique().equals(command.unique());
        var words = command.answeredBy(model, same ? SeenItem.STAMP : 0);
        Answer answer = operation.answer();
        if (answer != null && !answer.words().equals(words)) {
            return Optional.empty();
        }
        if (answer != null && command.verb() == Verb.GETS && item.isPresent()) {
            return shows(answer.unique(), item.get(), done);
        }
        return Optional.of(new Outcome(model.item(command.key())
                .map(now -> now.stamp() == SeenItem.STAMP && item.isPresent()
                        ? item.get()
                        : new SeenItem(now.flags(), now.value(), ""))));
    }

    /** A unique that is shown is the item's, and was never another's. */
    private Optional<Outcome> shows(String unique, SeenItem item, BitSet done) {
        boolean known = !item.unique().isEmpty();
        if (known ? !item.unique().equals(unique) : wasShown(unique, done)) {
            return Optional.empty();
        }
        return Optional.of(new Outcome(Optional.of(item.withUnique(unique))));
    }

    private boolean wasShown(String unique, BitSet done) {
        return history.shown().contains(unique)
                || done.stream().anyMatch(i -> {
                    var answer = operations[i].answer();
                    return answer != null && answer.unique().equals(unique);
                });
    }
}
