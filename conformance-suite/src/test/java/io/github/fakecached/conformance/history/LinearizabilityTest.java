package io.github.fakecached.conformance.history;

import static io.github.fakecached.conformance.history.Linearizability.Verdict.LINEARIZABLE;
import static io.github.fakecached.conformance.history.Linearizability.Verdict.NOT_LINEARIZABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.conformance.history.Linearizability.Verdict;
import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the checker says of histories of which one knows. */
class LinearizabilityTest {

    private static final SeenItem FIVE = new SeenItem(0, "5", "17");
    private static final ItemCommand INCR = ItemCommand.count(Verb.INCR, "k", "1");
    private static final ItemCommand GETS = ItemCommand.of(Verb.GETS, "k");

    private static Operation at(long sent, long answered, ItemCommand command, String words) {
        return new Operation(1, command, Answer.of(words), sent, answered);
    }

    private static Operation shown(long sent, long answered, long flags, String value, String unique) {
        return new Operation(1, GETS, Answer.of(flags, value, unique), sent, answered);
    }

    private static ItemCommand set(long flags, String value) {
        return ItemCommand.store(Verb.SET, "k", flags, value);
    }

    private static ItemCommand append(String data) {
        return ItemCommand.store(Verb.APPEND, "k", 0, data);
    }

    private static History history(Operation... operations) {
        return new History(Optional.of(FIVE), Set.of("17"), List.of(operations));
    }

    private static Verdict verdict(Operation... operations) {
        return Linearizability.of(history(operations));
    }

    @Test
    void whatIsAnsweredOneByOneAsTheModelDoesIsExplained() {
        assertThat(verdict(
                        at(0, 1, INCR, "6"),
                        shown(2, 3, 0, "6", "18"),
                        at(4, 5, ItemCommand.cas("k", 7, "x", "18"), "STORED"),
                        shown(6, 7, 7, "x", "19"),
                        at(8, 9, ItemCommand.of(Verb.DELETE, "k"), "DELETED"),
                        at(10, 11, GETS, "END")))
                .isEqualTo(LINEARIZABLE);
    }

    @Test
    void twoCountersAtOnceMayComeInEitherOrder() {
        assertThat(verdict(at(0, 10, INCR, "7"), at(1, 9, INCR, "6"))).isEqualTo(LINEARIZABLE);
    }

    @Test
    void aLostCountIsFound() {
        assertThat(verdict(at(0, 10, INCR, "6"), at(1, 9, INCR, "6"))).isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void whoAsksAfterAnAnswerSeesWhatItSays() {
        assertThat(verdict(at(0, 2, INCR, "6"), shown(3, 4, 0, "5", "17"))).isEqualTo(NOT_LINEARIZABLE);
        assertThat(verdict(at(0, 4, INCR, "6"), shown(3, 5, 0, "5", "17"))).isEqualTo(LINEARIZABLE);
    }

    @Test
    void nobodyGoesBackBehindWhatWasSeen() {
        assertThat(verdict(at(0, 20, INCR, "6"), shown(1, 2, 0, "6", "18"), shown(3, 4, 0, "5", "17")))
                .isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void ofTwoStoresOverTheSameUniqueOneIsStored() {
        var first = ItemCommand.cas("k", 0, "x", "17");
        var second = ItemCommand.cas("k", 0, "y", "17");
        assertThat(verdict(at(0, 10, first, "STORED"), at(1, 9, second, "EXISTS")))
                .isEqualTo(LINEARIZABLE);
        assertThat(verdict(at(0, 10, first, "STORED"), at(1, 9, second, "STORED")))
                .isEqualTo(NOT_LINEARIZABLE);
        assertThat(verdict(at(0, 10, first, "EXISTS"), at(1, 9, second, "EXISTS")))
                .isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void flagsOfOneStoreWithTheValueOfAnotherAreFound() {
        assertThat(verdict(
                        at(0, 10, set(1, "a"), "STORED"), at(1, 9, set(2, "b"), "STORED"), shown(11, 12, 1, "b", "19")))
                .isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void aUniqueThatAnotherItemHadIsFound() {
        assertThat(verdict(at(0, 1, INCR, "6"), shown(2, 3, 0, "6", "17"))).isEqualTo(NOT_LINEARIZABLE);
        assertThat(verdict(
                        shown(0, 1, 0, "5", "17"),
                        at(2, 3, INCR, "6"),
                        shown(4, 5, 0, "6", "18"),
                        at(6, 7, INCR, "7"),
                        shown(8, 9, 0, "7", "18")))
                .isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void aUniqueThatChangesByItselfIsFound() {
        assertThat(verdict(shown(0, 1, 0, "5", "18"))).isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void anOrderOfDataThatWasSeenIsKept() {
        var b = at(0, 10, append("b"), "STORED");
        var c = at(1, 9, append("c"), "STORED");
        assertThat(verdict(b, c, shown(11, 12, 0, "5cb", "19"))).isEqualTo(LINEARIZABLE);
        assertThat(verdict(b, c, shown(11, 12, 0, "5c", "19"))).isEqualTo(NOT_LINEARIZABLE);
        assertThat(verdict(b, c, shown(2, 3, 0, "5b", "18"), shown(11, 12, 0, "5cb", "19")))
                .isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void whatIsNotAnsweredMayHaveTakenEffectOrNot() {
        var underWay = at(0, 1, INCR, "6").unanswered();
        assertThat(verdict(underWay, shown(2, 3, 0, "5", "17"))).isEqualTo(LINEARIZABLE);
        assertThat(verdict(underWay, shown(2, 3, 0, "6", "18"))).isEqualTo(LINEARIZABLE);
        assertThat(verdict(underWay, shown(2, 3, 0, "7", "18"))).isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void anAnswerThatNoModelGivesIsFound() {
        assertThat(verdict(at(0, 1, INCR, "SERVER_ERROR out of memory"))).isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void theFailureShowsWhatIsEnoughAndNoMore() {
        var wrong = history(
                shown(0, 1, 0, "5", "17"),
                at(2, 3, ItemCommand.store(Verb.ADD, "k", 0, "x"), "NOT_STORED"),
                at(4_000, 9_000, INCR, "6"),
                at(5_000, 8_000, INCR, "6"),
                shown(10_000, 11_000, 0, "6", "18"),
                at(12_000, 13_000, set(0, "x"), "STORED"));
        assertThatThrownBy(() -> Linearizability.check(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        no order of these commands explains the answers:
                        before: 5 (unique 17)
                        connection 1, 0 to 5 us: incr k 1 -> 6
                        connection 1, 1 to 4 us: incr k 1 -> 6""");
    }

    @Test
    void manyCountersAtOnceAreNoWork() {
        var answers = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> at(1000 - i, 2000 + i, INCR, String.valueOf(5 + i)))
                .toArray(Operation[]::new);
        assertThat(verdict(answers)).isEqualTo(LINEARIZABLE);
        answers[10] = at(990, 2010, INCR, "6");
        assertThat(verdict(answers)).isEqualTo(NOT_LINEARIZABLE);
    }

    @Test
    void whatTakesTooLongIsLeftUndecided() {
        var stores = IntStream.range(0, 30)
                .mapToObj(i -> at(i, 1000, append(String.valueOf((char) ('a' + i % 26))), "STORED"))
                .toList();
        var all = new ArrayList<>(stores);
        all.add(shown(2000, 2001, 0, "5nothing", "99"));
        assertThat(verdict(all.toArray(Operation[]::new))).isEqualTo(Verdict.UNDECIDED);
    }
}
