package io.github.fakecached.conformance.history;

import static io.github.fakecached.conformance.history.Linearizability.Verdict.LINEARIZABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.conformance.LyingProxy;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Histories as they are recorded: honest servers are believed, and others found out. */
@Timeout(60)
class ContentionTest {

    private static final ItemCommand INCR = ItemCommand.count(Verb.INCR, "n", "1");
    private static final ItemCommand GETS = ItemCommand.of(Verb.GETS, "n");
    private static final ItemCommand SET = ItemCommand.store(Verb.SET, "n", 0, "5");

    private static Target fake() throws TargetAbsent {
        return Targets.configured().fakes().get(1).open();
    }

    @Test
    void everyDialectIsUnderstood() throws Exception {
        try (var fake = fake();
                var contention = new Contention(fake, List.of(Dialect.values()))) {
            contention.burst(List.of(List.of(SET)));
            var commands = List.of(
                    GETS,
                    ItemCommand.cas("n", 9, "10", ""),
                    INCR,
                    ItemCommand.count(Verb.DECR, "n", "2"),
                    ItemCommand.store(Verb.APPEND, "n", 0, "0"),
                    ItemCommand.store(Verb.PREPEND, "n", 0, "1"),
                    ItemCommand.store(Verb.ADD, "n", 0, "1"),
                    ItemCommand.store(Verb.REPLACE, "n", 0, "x"),
                    INCR,
                    ItemCommand.of(Verb.TOUCH, "n"),
                    ItemCommand.of(Verb.DELETE, "n"),
                    ItemCommand.of(Verb.DELETE, "n"),
                    ItemCommand.of(Verb.TOUCH, "n"),
                    GETS,
                    INCR,
                    ItemCommand.store(Verb.REPLACE, "n", 0, "x"),
                    ItemCommand.store(Verb.PREPEND, "n", 0, "1"),
                    SET);
            for (int connection = 0; connection < Dialect.values().length; connection++) {
                var burst = new ArrayList<>(Collections.nCopies(Dialect.values().length, List.<ItemCommand>of()));
                burst.set(connection, commands);
                var history = contention.burst(burst).get(0);
                assertThat(Linearizability.of(history)).as(history.toString()).isEqualTo(LINEARIZABLE);
                assertThat(history.operations())
                        .extracting(operation -> operation.answer().words())
                        .containsExactly(
                                "VALUE 0 5",
                                "STORED",
                                "11",
                                "9",
                                "STORED",
                                "STORED",
                                "NOT_STORED",
                                "STORED",
                                "CLIENT_ERROR cannot increment or decrement non-numeric value",
                                "TOUCHED",
                                "DELETED",
                                "NOT_FOUND",
                                "NOT_FOUND",
                                "END",
                                "NOT_FOUND",
                                "NOT_STORED",
                                "NOT_STORED",
                                "STORED");
            }
        }
    }

    @Test
    void anItemThatIsThereIsTheBeginning() throws Exception {
        try (var fake = fake();
                var contention = new Contention(fake, List.of(Dialect.TEXT))) {
            contention.burst(List.of(List.of(SET)));
            var history = contention.burst(List.of(List.of(INCR))).get(0);
            assertThat(history.before()).map(SeenItem::value).isEqualTo(Optional.of("5"));
            assertThat(history.shown())
                    .containsExactly(history.before().orElseThrow().unique());
        }
    }

    @Test
    void aServerThatLosesCountsIsFound() {
        try (var racy = new RacyServer();
                var contention = new Contention(racy, Collections.nCopies(4, Dialect.TEXT))) {
            var history = contention
                    .burst(Collections.nCopies(4, Collections.nCopies(4, INCR)))
                    .get(0);
            assertThatThrownBy(() -> Linearizability.check(history))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("before: 0 (unique 1)");
        }
    }

    @Test
    void aServerThatTellsOldValuesIsFound() throws Exception {
        var first = new AtomicReference<String>();
        try (var liar = new LyingProxy(fake(), reply -> {
                    if (!reply.startsWith("VALUE")) {
                        return reply;
                    }
                    first.compareAndSet(null, reply);
                    return first.get();
                });
                var contention = new Contention(liar, Collections.nCopies(3, Dialect.TEXT))) {
            contention.burst(List.of(List.of(SET)));
            var history = contention
                    .burst(Collections.nCopies(3, List.of(GETS, INCR, GETS)))
                    .get(0);
            assertThatThrownBy(() -> Linearizability.check(history)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aServerThatHangsUpIsFound() {
        try (var racy = new RacyServer();
                var contention = new Contention(racy, Collections.nCopies(2, Dialect.TEXT))) {
            assertThatThrownBy(() -> contention.burst(List.of(List.of(SET), List.of(SET))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no answer")
                    .hasMessageContaining("connection closed");
        }
    }

    @Test
    void whoWasShownNoUniqueLooksInsteadOfStoringOverOne() throws Exception {
        try (var fake = fake();
                var contention = new Contention(fake, Collections.nCopies(2, Dialect.TEXT))) {
            contention.burst(List.of(List.of(SET)));
            var cas = ItemCommand.cas("n", 0, "6", "");
            var history =
                    contention.burst(List.of(List.of(), List.of(cas, cas))).get(0);
            assertThat(history.operations())
                    .extracting(operation -> operation.answer().words())
                    .containsExactly("VALUE 0 5", "STORED");
        }
    }
}
