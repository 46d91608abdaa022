package io.github.fakecached.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerTimeTest {

    private static final long STARTED = 1_700_000_000;

    private final ServerTime time = ServerTime.startedAt(STARTED);
    private final long now = time.at(STARTED + 5);

    @Test
    void zeroIsNever() {
        assertThat(time.expiry(0, now)).isZero();
    }

    @Test
    void upToThirtyDaysIsRelative() {
        assertThat(time.expiry(1, now)).isEqualTo(now + 1);
        assertThat(time.expiry(2_592_000, now)).isEqualTo(now + 2_592_000);
    }

    @Test
    void beyondThirtyDaysIsUnixTime() {
        assertThat(time.expiry(STARTED + 100, now)).isEqualTo(time.at(STARTED + 100));
    }

    @Test
    void unixTimeLongBeforeTheStartIsExpiredAtOnce() {
        assertThat(time.expiry(2_592_001, now)).isOne();
        assertThat(now).isGreaterThan(1);
    }

    @Test
    void negativeIsExpiredAtOnce() {
        assertThat(time.expiry(-1, now)).isOne();
    }

    @Test
    void uptimeBeginsAtTwoSeconds() {
        assertThat(time.uptime(time.at(STARTED))).isEqualTo(2);
    }
}
