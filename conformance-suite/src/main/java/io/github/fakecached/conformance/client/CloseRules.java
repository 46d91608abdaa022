package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.conformance.rule.Checks;
import java.time.Duration;

/** A client that is closed is gone. */
final class CloseRules {

    private static final String CONNECTIONS = "curr_connections";

    @Checks("C-CLOSE-01")
    void closeLeavesNoConnectionBehind(Trial trial) {
        String before = trial.memcached().stats().get(CONNECTIONS);
        trial.client().get("k").result();
        assertThat(trial.memcached().stats().get(CONNECTIONS)).isNotEqualTo(before);
        trial.client().close().result();
        await("no connection of the client")
                .atMost(trial.recovery())
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(trial.memcached().stats().get(CONNECTIONS))
                        .as(CONNECTIONS)
                        .isEqualTo(before));
    }

    @Checks("C-CLOSE-02")
    void aClosedClientFails(Trial trial) {
        trial.memcached().contents().put("k", "value");
        trial.client().get("k").result();
        trial.client().close().result();
        trial.client().get("k").assertFailed("the client is closed");
        trial.client().set("k", "new").assertFailed("the client is closed");
    }

    @Checks("C-CLOSE-03")
    void closeEndsWhatWaitsForAnAnswer(Trial trial) throws Exception {
        var client = trial.client();
        client.get("k").result();
        var gate = trial.memcached().faults().on(withKey("k")).beforeExecute().gate();
        var waiting = trial.begin(() -> client.get("k"));
        gate.awaitArrival();
        long start = System.nanoTime();
        client.close();
        trial.outcome(waiting).assertFailed("the client was closed");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("the time until the caller was told, with a timeout of %s", client.timeout())
                .isLessThan(client.timeout().multipliedBy(8).dividedBy(10));
    }

    @Checks("C-CLOSE-04")
    void closeEndsAlsoWhenTheServerIsGone(Trial trial) {
        trial.client().get("k").result();
        trial.memcached().kill();
        trial.client().close().result();
        trial.memcached().restart();
        trial.client().get("k").assertFailed("the client is closed");
    }
}
