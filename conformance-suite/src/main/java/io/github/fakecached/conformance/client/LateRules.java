package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.fault.Gate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A reply that comes when the client has given up must not be taken for the answer to a later request. Whether the client drops
 * the reply or the connection is up to it.
 */
final class LateRules {

    @Checks("C-LATE-01")
    void aLateValueIsNotTheAnswerToTheNextGet(Trial trial) {
        var client = prepared(trial);
        Gate gate = giveUp(trial, client, subject -> subject.get("late"));
        gate.open();
        assertOwnAnswers(trial, client);
    }

    @Checks("C-LATE-02")
    void severalLateRepliesAreNotTheAnswersToLaterRequests(Trial trial) {
        var client = prepared(trial);
        Gate gate = giveUp(trial, client, subject -> subject.get("late"));
        for (int i = 0; i < 3; i++) {
            client.get("late");
        }
        gate.open();
        assertOwnAnswers(trial, client);
    }

    @Checks("C-LATE-03")
    void aLateStoredIsNotTheAnswerToTheNextRequest(Trial trial) {
        var client = prepared(trial);
        Gate gate = giveUp(trial, client, subject -> subject.set("late", "new"));
        gate.open();
        assertThat(trial.eventually(() -> client.delete("missing")))
                .as("deleted")
                .isFalse();
        assertOwnAnswers(trial, client);
    }

    @Checks("C-LATE-04")
    @Needs(ClientFeature.MULTIGET)
    void lateItemsAreNotTheAnswerToTheNextMultiget(Trial trial) {
        var client = prepared(trial);
        Gate gate = giveUp(trial, client, subject -> subject.getAll(List.of("late", "a")));
        gate.open();
        assertThat(trial.eventually(() -> client.getAll(List.of("b", "missing"))))
                .containsOnly(Map.entry("b", "value of b"));
        assertOwnAnswers(trial, client);
    }

    @Checks("C-LATE-05")
    @Needs(ClientFeature.INCR)
    void aLateNumberIsNotTheAnswerToTheNextIncr(Trial trial) {
        var client = prepared(trial);
        trial.memcached().contents().put("late", "100");
        trial.memcached().contents().put("n", "7000");
        Gate gate = giveUp(trial, client, subject -> subject.incr("late", 1));
        gate.open();
        assertThat(trial.eventually(() -> client.incr("n", 1)).getAsLong())
                .as("the number of another key")
                .isBetween(7001L, 7099L);
    }

    @Checks("C-LATE-06")
    void theLateRestOfAReplyIsNotTheAnswerToTheNextGet(Trial trial) {
        var client = prepared(trial);
        Gate gate = trial.memcached().faults().on(withKey("late")).duringReply().gate();
        giveUpAt(gate, client, subject -> subject.get("late"));
        gate.open();
        assertOwnAnswers(trial, client);
    }

    private static Subject prepared(Trial trial) {
        for (var key : List.of("late", "a", "b")) {
            trial.memcached().contents().put(key, "value of " + key);
        }
        return trial.impatientClient();
    }

    private static Gate giveUp(Trial trial, Subject client, Function<Subject, Answer<?>> call) {
        Gate gate =
                trial.memcached().faults().on(withKey("late")).afterExecute().gate();
        giveUpAt(gate, client, call);
        return gate;
    }

    private static void giveUpAt(Gate gate, Subject client, Function<Subject, Answer<?>> call) {
        call.apply(client).assertFailed("no complete answer comes within the client's timeout");
        Inconclusive.unless(gate.hits() > 0, "the client gave up before it had sent its request");
    }

    private static void assertOwnAnswers(Trial trial, Subject client) {
        for (int i = 0; i < 3; i++) {
            for (var key : List.of("a", "b")) {
                assertThat(trial.eventually(() -> client.get(key))).contains("value of " + key);
            }
            assertThat(trial.eventually(() -> client.get("missing"))).isEmpty();
        }
    }
}
