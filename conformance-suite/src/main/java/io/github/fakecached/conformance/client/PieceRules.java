package io.github.fakecached.conformance.client;

import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** However a reply comes, in pieces or with others, it means the same. */
final class PieceRules {

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(1);
    private static final Duration UNTIL_THE_REST = Duration.ofMillis(400);
    private static final int AT_ONCE = 40;

    @Checks("C-PIECES-01")
    void aValueMayComeByteByByte(Trial trial) {
        trial.memcached().contents().put("k", "a\r\nb\r\n");
        trial.client().get("k").result();
        drip(trial);
        assertThat(trial.client().get("k").result()).contains("a\r\nb\r\n");
        assertThat(trial.client().get("missing").result()).isEmpty();
    }

    @Checks("C-PIECES-02")
    void theAnswersToChangesMayComeByteByByte(Trial trial) {
        trial.client().get("k").result();
        drip(trial);
        assertThat(trial.client().set("k", "value").result()).isTrue();
        assertThat(trial.client().delete("k").result()).isTrue();
        assertThat(trial.client().delete("k").result()).isFalse();
    }

    @Checks("C-PIECES-03")
    @Needs(ClientFeature.MULTIGET)
    void severalItemsMayComeByteByByte(Trial trial) {
        trial.memcached().contents().put("a", "1\r\n");
        trial.memcached().contents().put("c", "");
        trial.client().get("a").result();
        drip(trial);
        assertThat(trial.client().getAll(List.of("a", "b", "c")).result())
                .containsOnly(Map.entry("a", "1\r\n"), Map.entry("c", ""));
    }

    @Checks("C-PIECES-04")
    @Needs(ClientFeature.INCR)
    void aNumberMayComeByteByByte(Trial trial) {
        trial.memcached().contents().put("n", "1234567890");
        trial.client().get("n").result();
        drip(trial);
        assertThat(trial.client().incr("n", 1).result()).hasValue(1_234_567_891L);
    }

    @Checks("C-PIECES-05")
    void halfAReplyIsNotYetAnAnswer(Trial trial) {
        trial.memcached().contents().put("k", "value");
        trial.client().get("k").result();
        trial.memcached().faults().on(withKey("k")).duringReply().delay(UNTIL_THE_REST);
        assertThat(trial.client().get("k").result()).contains("value");
    }

    @Checks("C-PIECES-06")
    void repliesThatComeAtOnceAreTakenApart(Trial trial) throws Exception {
        var client = trial.client();
        for (int i = 0; i < AT_ONCE; i++) {
            trial.memcached().contents().put("k" + i, "value of k" + i);
        }
        client.get("k0").result();
        var gate = trial.memcached().faults().on(anyCommand()).beforeExecute().gate();
        List<CompletableFuture<Answer<Optional<String>>>> answers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String key = "k" + i;
            answers.add(trial.begin(() -> client.get(key)));
        }
        gate.awaitArrival();
        gate.open();
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(trial.outcome(answers.get(i)).result()).contains("value of k" + i);
        }
    }

    @Checks("C-PIECES-07")
    void repliesOfDifferentKindsThatComeAtOnceAreTakenApart(Trial trial) throws Exception {
        var client = trial.client();
        client.get("k").result();
        for (int i = 0; i < AT_ONCE; i += 2) {
            trial.memcached().contents().put("k" + i, "value of k" + i);
        }
        var gate = trial.memcached().faults().on(anyCommand()).beforeExecute().gate();
        var gets = new ArrayList<CompletableFuture<Answer<Optional<String>>>>();
        var others = new ArrayList<CompletableFuture<Answer<Boolean>>>();
        for (int i = 0; i < AT_ONCE; i++) {
            String key = "k" + i;
            String other = "o" + i;
            boolean set = i % 2 == 0;
            gets.add(trial.begin(() -> client.get(key)));
            others.add(trial.begin(() -> set ? client.set(other, "value") : client.delete(other)));
        }
        gate.awaitArrival();
        gate.open();
        for (int i = 0; i < AT_ONCE; i++) {
            boolean even = i % 2 == 0;
            assertThat(trial.outcome(gets.get(i)).result())
                    .isEqualTo(even ? Optional.of("value of k" + i) : Optional.empty());
            assertThat(trial.outcome(others.get(i)).result())
                    .as(even ? "stored" : "deleted")
                    .isEqualTo(even);
        }
    }

    @Checks("C-PIECES-08")
    void ofStoresAtOnceThatWhichTheServerRefusesIsToldApart(Trial trial) throws Exception {
        var client = trial.client();
        client.get("k").result();
        trial.memcached().faults().on(withKey("k7")).reply("SERVER_ERROR out of memory storing object");
        var gate =
                trial.memcached().faults().on(withKey("first")).beforeExecute().gate();
        var first = trial.begin(() -> client.set("first", "value"));
        gate.awaitArrival();
        var answers = new ArrayList<CompletableFuture<Answer<Boolean>>>();
        for (int i = 0; i < 10; i++) {
            String key = "k" + i;
            answers.add(trial.begin(() -> client.set(key, "value of " + key)));
        }
        gate.open();
        trial.outcome(first).result();
        for (int i = 0; i < 10; i++) {
            var answer = trial.outcome(answers.get(i));
            boolean stored = trial.memcached().contents().get("k" + i).isPresent();
            assertThat(answer.failed() || answer.result() == stored)
                    .as("%s tells what was done", answer.call())
                    .isTrue();
        }
        assertThat(trial.eventually(() -> client.get("first"))).contains("value");
    }

    private static void drip(Trial trial) {
        trial.memcached().faults().on(anyCommand()).duringReply().drip(BETWEEN_BYTES);
    }
}
