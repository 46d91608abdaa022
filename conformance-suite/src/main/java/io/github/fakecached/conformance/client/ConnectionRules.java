package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.fault.DuringReplyFaults;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A connection that is lost, or cannot be had. */
final class ConnectionRules {

    @Checks("C-CONNECT-01")
    void aRefusedConnectionIsAFailure(Trial trial) {
        trial.memcached().stop();
        assertOfNoUse(trial.connect(trial.endpoint(Trial.PATIENCE.dividedBy(10))));
    }

    @Checks("C-CONNECT-02")
    void aServerThatAcceptsAndSaysNothingIsAFailure(Trial trial) {
        trial.memcached().partition();
        assertOfNoUse(trial.connect(trial.endpoint(Trial.PATIENCE.dividedBy(10))));
    }

    @Checks("C-CONNECT-03")
    void aServerThatClosesEveryConnectionIsAFailure(Trial trial) {
        trial.memcached().faults().onConnect().close();
        assertOfNoUse(trial.connect(trial.endpoint(Trial.PATIENCE.dividedBy(10))));
    }

    @Checks("C-RECONNECT-01")
    @Needs(ClientFeature.RECONNECT)
    void aRestartedServerIsFoundAgain(Trial trial) {
        assertFoundAgain(trial, () -> trial.memcached().restart());
    }

    @Checks("C-RECONNECT-02")
    @Needs(ClientFeature.RECONNECT)
    void aServerThatWasGoneIsFoundAgain(Trial trial) {
        assertFoundAgain(trial, () -> {
            trial.memcached().kill();
            trial.client().get("k").assertFailed("the server is gone");
            trial.memcached().restart();
        });
    }

    @Checks("C-RECONNECT-03")
    @Needs(ClientFeature.RECONNECT)
    void aResetConnectionIsMadeAnew(Trial trial) {
        assertFoundAgain(trial, () -> lose(trial, fault -> fault.reset()));
    }

    @Checks("C-RECONNECT-04")
    @Needs(ClientFeature.RECONNECT)
    void aConnectionThatIsClosedInMidReplyIsMadeAnew(Trial trial) {
        assertFoundAgain(
                trial, () -> lose(trial, fault -> fault.truncateAfter(20).thenClose()));
    }

    @Checks("C-RECONNECT-05")
    void aReplyThatIsCutOffIsNoAnswer(Trial trial) {
        trial.memcached().contents().put("k", "a longer value");
        trial.client().get("k").result();
        trial.memcached()
                .faults()
                .on(withKey("k"))
                .duringReply()
                .truncateAfter(28)
                .thenClose();
        trial.client().get("k").assertFailed("the connection is closed in mid reply");
    }

    @Checks("C-RECONNECT-06")
    void whoWaitsWhenTheConnectionIsLostIsTold(Trial trial) throws Exception {
        var client = trial.client();
        client.get("k").result();
        trial.memcached().contents().put("first", "value");
        var gate =
                trial.memcached().faults().on(withKey("first")).beforeExecute().gate();
        var answers = new ArrayList<CompletableFuture<Answer<?>>>();
        answers.add(trial.begin(() -> client.get("first")));
        gate.awaitArrival();
        for (int i = 0; i < 10; i++) {
            answers.add(trial.begin(() -> client.get("first")));
        }
        trial.memcached().kill();
        for (var answer : answers) {
            trial.outcome(answer).assertFailed("the server was killed before it answered");
        }
    }

    private static void lose(Trial trial, Consumer<DuringReplyFaults> how) {
        how.accept(trial.memcached().faults().on(withKey("k")).times(1).duringReply());
        trial.client().get("k");
    }

    private static void assertFoundAgain(Trial trial, Runnable lose) {
        trial.memcached().contents().put("k", "a longer value");
        trial.client().get("k").result();
        lose.run();
        trial.memcached().contents().put("k", "value");
        trial.memcached().contents().put("other", "its own");
        assertThat(trial.eventually(() -> trial.client().get("other"))).contains("its own");
        assertThat(trial.client().get("k").result()).contains("value");
    }

    private static void assertOfNoUse(Answer<Subject> connected) {
        if (!connected.failed()) {
            connected.result().get("k").assertFailed("the server cannot be had");
        }
    }
}
