package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.time.Duration;
import java.util.function.Supplier;

/** The client gives up when its timeout has passed, and not much later. */
final class TimeoutRules {

    /** How much later is still well: a busy machine has other things to do. */
    private static final Duration MUCH = Duration.ofSeconds(6);

    @Checks("C-TIMEOUT-01")
    void aGetThatIsNotAnsweredEnds(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().faults().on(withKey("k")).beforeExecute().stall();
        assertEnds(client, () -> client.get("k"));
    }

    @Checks("C-TIMEOUT-02")
    void aSetThatIsNotAnsweredEnds(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().faults().on(withKey("k")).afterExecute().stall();
        assertEnds(client, () -> client.set("k", "value"));
    }

    @Checks("C-TIMEOUT-03")
    void halfAReplyDoesNotHoldTheClientUp(Trial trial) {
        trial.memcached().contents().put("k", "a longer value");
        var client = trial.impatientClient();
        trial.memcached()
                .faults()
                .on(withKey("k"))
                .duringReply()
                .truncateAfter(26)
                .thenStall();
        assertEnds(client, () -> client.get("k"));
    }

    @Checks("C-TIMEOUT-04")
    void aNetworkThatIsCutDoesNotHoldTheClientUp(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().partition();
        assertEnds(client, () -> client.get("k"));
    }

    @Checks("C-TIMEOUT-05")
    @Needs(ClientFeature.RECONNECT)
    void whenTheNetworkIsBackTheClientIsOfUseAgain(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().contents().put("other", "its own");
        trial.memcached().partition();
        client.get("k");
        trial.memcached().heal();
        assertThat(trial.eventually(() -> client.get("other"))).contains("its own");
    }

    @Checks("C-TIMEOUT-06")
    void aServerThatGoesOnAfterAPauseIsOfUseAgain(Trial trial) {
        var client = trial.impatientClient();
        trial.memcached().contents().put("k", "value");
        trial.memcached().contents().put("other", "its own");
        trial.memcached().pause();
        assertEnds(client, () -> client.get("k"));
        trial.memcached().resume();
        assertThat(trial.eventually(() -> client.get("other"))).contains("its own");
    }

    @Checks("C-TIMEOUT-07")
    void aReplyWithinTheTimeoutIsTheAnswer(Trial trial) {
        trial.memcached().contents().put("k", "value");
        trial.client().get("k").result();
        trial.memcached().faults().on(withKey("k")).afterExecute().delay(Duration.ofMillis(500));
        assertThat(trial.client().get("k").result()).contains("value");
    }

    private static void assertEnds(Subject client, Supplier<Answer<?>> call) {
        long start = System.nanoTime();
        call.get().assertFailed("no answer comes");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("the time it took with a timeout of %s ms", client.timeout().toMillis())
                .isLessThan(client.timeout().plus(MUCH));
    }
}
