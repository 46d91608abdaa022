package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import java.time.Duration;
import java.util.Optional;

/** How a client sends the time that an item has: what comes of it on the server tells. The server's clock stands still. */
final class ExpiryRules {

    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

    /** The server's clock stands still, and the client's runs, while a time is made of a duration. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    @Checks("C-EXPTIME-01")
    void zeroIsForEver(Trial trial) {
        assertThat(timeToLive(trial, 0)).isEmpty();
    }

    @Checks("C-EXPTIME-02")
    void aSecondIsASecond(Trial trial) {
        assertThat(timeToLive(trial, 1)).contains(Duration.ofSeconds(1));
        trial.memcached().clock().advance(Duration.ofSeconds(1));
        assertThat(trial.client().get("k").result()).isEmpty();
    }

    @Checks("C-EXPTIME-03")
    void thirtyDaysAreThirtyDays(Trial trial) {
        assertThat(timeToLive(trial, THIRTY_DAYS)).contains(Duration.ofDays(30));
    }

    @Checks("C-EXPTIME-04")
    void moreThanThirtyDaysAreADateOrMadeOne(Trial trial) {
        if (isStored(trial, THIRTY_DAYS + 1)) {
            assertThat(trial.memcached().contents().get("k").orElseThrow().timeToLive())
                    .as("the time to live of an item that is still there")
                    .hasValueSatisfying(
                            life -> assertThat(life).isCloseTo(Duration.ofSeconds(THIRTY_DAYS + 1L), TOLERANCE));
        }
    }

    @Checks("C-EXPTIME-05")
    void aDateIsSentAsItIs(Trial trial) {
        trial.memcached().clock().pause();
        assertThat(timeToLive(trial, (int) trial.memcached().clock().epochSecond() + 100))
                .contains(Duration.ofSeconds(100));
    }

    @Checks("C-EXPTIME-06")
    void aNegativeTimeStoresNothingThatStays(Trial trial) {
        assertThat(isStored(trial, -1)).as("there is an item").isFalse();
    }

    private static Optional<Duration> timeToLive(Trial trial, int exptime) {
        assertThat(isStored(trial, exptime)).as("there is an item").isTrue();
        return trial.memcached().contents().get("k").orElseThrow().timeToLive();
    }

    /** Stores an item; the client may also refuse to. */
    private static boolean isStored(Trial trial, int exptime) {
        trial.memcached().clock().pause();
        trial.client().set("k", "value", exptime);
        return trial.memcached().contents().get("k").isPresent();
    }
}
