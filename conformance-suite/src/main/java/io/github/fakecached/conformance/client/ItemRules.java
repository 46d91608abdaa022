package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.time.Duration;

/** What the commands for items answer is what the caller is told. */
final class ItemRules {

    @Checks("C-GET-01")
    void getTellsAHitFromAMiss(Trial trial) {
        trial.memcached().contents().put("k", "value");
        assertThat(trial.client().get("k").result()).contains("value");
        assertThat(trial.client().get("missing").result()).isEmpty();
    }

    @Checks("C-SET-01")
    void setStoresAndReplaces(Trial trial) {
        assertThat(trial.client().set("k", "first").result()).isTrue();
        assertThat(trial.client().set("k", "second").result()).isTrue();
        assertValue(trial, "second");
    }

    @Checks("C-ADD-01")
    @Needs(ClientFeature.ADD)
    void addStoresOnce(Trial trial) {
        assertThat(trial.client().add("k", "first").result()).isTrue();
        assertThat(trial.client().add("k", "second").result()).isFalse();
        assertValue(trial, "first");
    }

    @Checks("C-REPLACE-01")
    @Needs(ClientFeature.REPLACE)
    void replaceStoresOverAnItemOnly(Trial trial) {
        assertThat(trial.client().replace("k", "first").result()).isFalse();
        assertThat(trial.memcached().contents().isEmpty()).isTrue();
        trial.memcached().contents().put("k", "first");
        assertThat(trial.client().replace("k", "second").result()).isTrue();
        assertValue(trial, "second");
    }

    @Checks("C-APPEND-01")
    @Needs(ClientFeature.APPEND)
    void appendAndPrependAddToAnItemOnly(Trial trial) {
        assertThat(trial.client().append("k", "c").result()).isFalse();
        assertThat(trial.client().prepend("k", "a").result()).isFalse();
        assertThat(trial.memcached().contents().isEmpty()).isTrue();
        trial.memcached().contents().put("k", "b");
        assertThat(trial.client().append("k", "c").result()).isTrue();
        assertThat(trial.client().prepend("k", "a").result()).isTrue();
        assertValue(trial, "abc");
    }

    @Checks("C-DELETE-01")
    void deleteTellsWhetherThereWasAnItem(Trial trial) {
        trial.memcached().contents().put("k", "value");
        assertThat(trial.client().delete("k").result()).isTrue();
        assertThat(trial.memcached().contents().isEmpty()).isTrue();
        assertThat(trial.client().delete("k").result()).isFalse();
    }

    @Checks("C-TOUCH-01")
    @Needs(ClientFeature.TOUCH)
    void touchGivesAnItemAnotherTime(Trial trial) {
        trial.memcached().clock().pause();
        assertThat(trial.client().touch("k", 100).result()).isFalse();
        trial.memcached().contents().put("k", "value");
        assertThat(trial.client().touch("k", 100).result()).isTrue();
        assertLives(trial, 100);
    }

    @Checks("C-GAT-01")
    @Needs(ClientFeature.GET_AND_TOUCH)
    void getAndTouchGivesTheValueAndAnotherTime(Trial trial) {
        trial.memcached().clock().pause();
        assertThat(trial.client().getAndTouch("k", 100).result()).isEmpty();
        trial.memcached().contents().put("k", "value");
        assertThat(trial.client().getAndTouch("k", 100).result()).contains("value");
        assertLives(trial, 100);
    }

    @Checks("C-FLUSH-01")
    @Needs(ClientFeature.FLUSH_ALL)
    void flushAllDeletesEverything(Trial trial) {
        trial.memcached().contents().put("a", "1");
        trial.memcached().contents().put("b", "2");
        trial.client().flushAll().result();
        assertThat(trial.memcached().contents().isEmpty()).isTrue();
    }

    private static void assertValue(Trial trial, String value) {
        assertThat(trial.memcached().contents().get("k").orElseThrow().valueAsString())
                .as("the value on the server")
                .isEqualTo(value);
    }

    private static void assertLives(Trial trial, int seconds) {
        assertThat(trial.memcached().contents().get("k").orElseThrow().timeToLive())
                .as("the time to live on the server")
                .contains(Duration.ofSeconds(seconds));
    }
}
