package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.time.Duration;

/** A client that sends a request once more than it was asked to changes things twice. */
final class RetryRules {

    @Checks("C-RETRY-01")
    void eachRequestIsSentOnce(Trial trial) {
        trial.client().set("k", "value").result();
        trial.client().get("k").result();
        trial.client().delete("k").result();
        assertThat(trial.memcached().journal().exchanges(exchange -> exchange.hasKey("k")))
                .as("requests with the key k")
                .hasSize(3);
    }

    @Checks("C-RETRY-02")
    void aSlowAnswerIsNoReasonToSendARequestTwice(Trial trial) {
        trial.client().get("warm").result();
        trial.memcached().faults().on(withKey("k")).afterExecute().delay(Duration.ofMillis(700));
        trial.client().set("k", "value").result();
        assertThat(trial.memcached().journal().exchanges(exchange -> exchange.hasKey("k")))
                .as("requests with the key k")
                .hasSize(1);
    }

    @Checks("C-RETRY-03")
    @Needs(ClientFeature.INCR)
    void anIncrIsNotRepeatedWhenItsReplyIsLost(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().contents().put("n", "10");
        var fault = trial.memcached()
                .faults()
                .on(command("incr"))
                .times(1)
                .afterExecute()
                .dropReply();
        client.incr("n", 1).assertFailed("its reply is lost");
        Inconclusive.unless(fault.hits() > 0, "the client gave up before it had sent its request");
        client.get("n");
        assertCountedOnce(trial);
    }

    @Checks("C-RETRY-04")
    @Needs({ClientFeature.INCR, ClientFeature.RECONNECT})
    void anIncrIsNotRepeatedWhenTheConnectionIsLostBeforeItsReply(Trial trial) {
        trial.memcached().contents().put("n", "10");
        trial.client().get("n").result();
        trial.memcached().faults().on(command("incr")).times(1).afterExecute().close();
        trial.client().incr("n", 1);
        trial.eventually(() -> trial.client().get("n"));
        assertCountedOnce(trial);
    }

    private static void assertCountedOnce(Trial trial) {
        assertThat(trial.memcached().contents().get("n").orElseThrow().valueAsString())
                .as("the number after one incr whose reply was lost")
                .isEqualTo("11");
    }
}
