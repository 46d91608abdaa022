package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** An error of the server is a failure, and neither a miss nor "not stored". */
final class ErrorRules {

    private static final String SERVER_ERROR = "SERVER_ERROR out of memory storing object";
    private static final String CLIENT_ERROR = "CLIENT_ERROR bad command line format";
    private static final int LARGE = 1_000_000;

    @Checks("C-ERROR-01")
    void aServerErrorToGetIsNoMiss(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.get("k"));
    }

    @Checks("C-ERROR-02")
    void aClientErrorToGetIsNoMiss(Trial trial) {
        assertFails(trial, CLIENT_ERROR, client -> client.get("k"));
    }

    @Checks("C-ERROR-03")
    void anErrorToGetIsNoMiss(Trial trial) {
        assertFails(trial, "ERROR", client -> client.get("k"));
    }

    @Checks("C-ERROR-04")
    void aServerErrorToSetIsAFailure(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.set("k", "new"));
    }

    @Checks("C-ERROR-05")
    void aServerErrorToDeleteIsAFailure(Trial trial) {
        assertFails(trial, "SERVER_ERROR", client -> client.delete("k"));
    }

    @Checks("C-ERROR-06")
    @Needs(ClientFeature.ADD)
    void aServerErrorToAddIsAFailure(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.add("k", "new"));
    }

    @Checks("C-ERROR-07")
    @Needs(ClientFeature.INCR)
    void aServerErrorToIncrIsAFailure(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.incr("k", 1));
    }

    @Checks("C-ERROR-08")
    @Needs(ClientFeature.CAS)
    void aServerErrorToGetsIsNoMiss(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.gets("k"));
    }

    @Checks("C-ERROR-09")
    @Needs(ClientFeature.CAS)
    void aServerErrorToCasIsAFailure(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.cas("k", "new", 1));
    }

    @Checks("C-ERROR-10")
    @Needs(ClientFeature.TOUCH)
    void aServerErrorToTouchIsAFailure(Trial trial) {
        assertFails(trial, SERVER_ERROR, client -> client.touch("k", 100));
    }

    @Checks("C-ERROR-11")
    void afterAnErrorTheClientIsOfUseAgain(Trial trial) {
        trial.memcached().contents().put("other", "its own");
        for (var line : List.of(SERVER_ERROR, CLIENT_ERROR, "ERROR")) {
            assertOfUseAfter(trial, line, client -> client.get("k"));
            assertOfUseAfter(trial, line, client -> client.set("k", "new"));
        }
    }

    private static void assertOfUseAfter(Trial trial, String line, Consumer<Subject> call) {
        var fault = trial.memcached().faults().on(withKey("k")).reply(line);
        call.accept(trial.client());
        fault.remove();
        assertThat(trial.eventually(() -> trial.client().get("other"))).contains("its own");
    }

    @Checks("C-EARLY-01")
    void anErrorThatComesWhileTheClientSendsIsAFailure(Trial trial) {
        trial.client().get("k").result();
        trial.memcached().faults().on(withKey("k")).beforeExecute().replyEarly(SERVER_ERROR);
        trial.client().set("k", "v".repeat(LARGE)).assertFailed("the server has refused the value");
    }

    @Checks("C-EARLY-02")
    void afterAnErrorThatCameEarlyAnswersBelongToTheirRequests(Trial trial) {
        trial.memcached().contents().put("other", "its own");
        trial.client().get("k").result();
        var fault = trial.memcached().faults().on(withKey("k")).beforeExecute().replyEarly(SERVER_ERROR);
        trial.client().set("k", "v".repeat(LARGE));
        fault.remove();
        assertThat(trial.eventually(() -> trial.client().get("other"))).contains("its own");
        assertThat(trial.eventually(() -> trial.client().get("k"))).isEmpty();
    }

    @Checks("C-EARLY-03")
    @Needs(ClientFeature.RECONNECT)
    void theServerMayCloseBehindAnErrorThatComesEarly(Trial trial) {
        trial.memcached().contents().put("other", "its own");
        trial.client().get("k").result();
        var fault = trial.memcached().faults().on(withKey("k")).beforeExecute().replyEarlyThenClose(SERVER_ERROR);
        trial.client().set("k", "v".repeat(LARGE)).assertFailed("the server has refused the value");
        fault.remove();
        assertThat(trial.eventually(() -> trial.client().get("other"))).contains("its own");
    }

    private static void assertFails(Trial trial, String line, Function<Subject, Answer<?>> call) {
        trial.memcached().contents().put("k", "1");
        trial.client().get("k").result();
        trial.memcached().faults().on(withKey("k")).reply(line);
        call.apply(trial.client()).assertFailed("the server answers " + line);
    }
}
