package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.util.OptionalLong;

/** incr and decr, with numbers of 64 bits without a sign. */
final class ArithmeticRules {

    @Checks("C-INCR-01")
    @Needs(ClientFeature.INCR)
    void incrAndDecrTellTheNewNumber(Trial trial) {
        trial.memcached().contents().put("n", "10");
        assertThat(trial.client().incr("n", 5).result()).hasValue(15);
        assertThat(trial.client().decr("n", 6).result()).hasValue(9);
    }

    @Checks("C-INCR-02")
    @Needs(ClientFeature.INCR)
    void whereThereIsNoNumberThisIsTold(Trial trial) {
        assertThat(trial.client().incr("n", 1).result()).isEmpty();
        assertThat(trial.client().decr("n", 1).result()).isEmpty();
        assertThat(trial.memcached().contents().isEmpty()).isTrue();
    }

    @Checks("C-INCR-03")
    @Needs(ClientFeature.INCR)
    void decrStopsAtZero(Trial trial) {
        trial.memcached().contents().put("n", "3");
        assertThat(trial.client().decr("n", 5).result()).hasValue(0);
    }

    @Checks("C-INCR-04")
    @Needs(ClientFeature.INCR)
    void incrWrapsToZero(Trial trial) {
        assertThat(incremented(trial, "18446744073709551615", 1)).hasValue(0);
    }

    @Checks("C-INCR-05")
    @Needs(ClientFeature.INCR)
    void numbersAbove2To63AreTold(Trial trial) {
        assertThat(incremented(trial, "9223372036854775807", 1))
                .hasValue(Long.parseUnsignedLong("9223372036854775808"));
    }

    @Checks("C-INCR-06")
    @Needs(ClientFeature.INCR)
    void theLargestNumberIsTold(Trial trial) {
        assertThat(incremented(trial, "18446744073709551614", 1)).hasValue(-1);
    }

    @Checks("C-INCR-07")
    @Needs(ClientFeature.INCR)
    void deltasAbove2To63AreSent(Trial trial) {
        assertThat(incremented(trial, "7", Long.parseUnsignedLong("9223372036854775808")))
                .hasValue(Long.parseUnsignedLong("9223372036854775815"));
    }

    @Checks("C-INCR-08")
    @Needs(ClientFeature.INCR)
    void whatIsNoNumberIsAFailure(Trial trial) {
        trial.memcached().contents().put("n", "none");
        trial.memcached().contents().put("other", "its own");
        trial.client().incr("n", 1).assertFailed("the value is no number");
        assertThat(trial.eventually(() -> trial.client().get("other"))).contains("its own");
        trial.client().decr("n", 1).assertFailed("the value is no number");
        assertThat(trial.eventually(() -> trial.client().get("other"))).contains("its own");
    }

    private static OptionalLong incremented(Trial trial, String number, long delta) {
        trial.memcached().contents().put("n", number);
        return trial.client().incr("n", delta).result();
    }
}
