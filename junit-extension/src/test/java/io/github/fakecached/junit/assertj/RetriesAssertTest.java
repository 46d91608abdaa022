package io.github.fakecached.junit.assertj;

import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static io.github.fakecached.junit.assertj.FixedJournal.retried;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.junit.MemcachedTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

@MemcachedTest
class RetriesAssertTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration TENTH = Duration.ofMillis(100);

    @Test
    void retriesOfAFakeAreSpacedByItsClock(FakeMemcached memcached, MemcachedClient client) {
        memcached.clock().pause();
        for (int second : new int[] {1, 2, 4, 0}) {
            client.incr("visits", 1);
            memcached.clock().advance(Duration.ofSeconds(second));
        }

        assertThat(memcached.journal())
                .forKey("visits")
                .commands("incr")
                .areRetried(3)
                .withExponentialDelay(Duration.ofSeconds(1), 2, NONE)
                .inWallTime()
                .withConstantDelay(NONE, Duration.ofMillis(999));
    }

    @Test
    void theNumberOfRetriesIsExact() {
        var retries = assertThat(retried("incr visits 1", 0, 100, 200));

        retries.areRetried(2);
        assertFails(() -> retries.areRetried(1));
        assertFails(() -> retries.areRetried(3));
        assertThat(retried("incr visits 1", 0)).areRetried(0).withConstantDelay(TENTH, NONE);
        assertFails(() -> assertThat(new FixedJournal(List.of())).areRetried(0));
        assertThatIllegalArgumentException().isThrownBy(() -> retries.areRetried(-1));
    }

    @Test
    void anotherRequestIsNoRetry() {
        assertFails(() -> assertThat(joined("incr visits 1", "incr sales 1")).areRetried(1));
        assertFails(() -> assertThat(joined("incr visits 1", "decr visits 1")).areRetried(1));
        assertThat(joined("cas visits 0 0 1 1", "cas visits 0 0 1 2")).areRetried(1);
    }

    @Test
    void constantDelays() {
        var retries = assertThat(retried("incr visits 1", 0, 90, 200)).areRetried(2);

        retries.withConstantDelay(TENTH, Duration.ofMillis(10));
        assertFails(() -> retries.withConstantDelay(TENTH, Duration.ofMillis(9)));
        assertFails(() -> retries.withConstantDelay(Duration.ofMillis(120), Duration.ofMillis(10)));
    }

    @Test
    void linearDelays() {
        var retries = assertThat(retried("incr visits 1", 0, 100, 250, 450)).areRetried(3);

        retries.withLinearDelay(TENTH, Duration.ofMillis(50), NONE);
        assertFails(() -> retries.withLinearDelay(TENTH, Duration.ofMillis(49), Duration.ofMillis(1)));
        assertFails(() -> retries.withConstantDelay(TENTH, NONE));
    }

    @Test
    void exponentialDelays() {
        var retries = assertThat(retried("incr visits 1", 0, 100, 250, 475)).areRetried(3);

        retries.withExponentialDelay(TENTH, 1.5, NONE);
        assertFails(() -> retries.withExponentialDelay(TENTH, 2, NONE));
        assertFails(() -> retries.withLinearDelay(TENTH, Duration.ofMillis(50), NONE));
    }

    @Test
    void virtualAndWallTimeAreDifferent() {
        var retries = assertThat(retried("incr visits 1", new long[] {0, 3_600_000}, new long[] {0, 100}))
                .areRetried(1);

        retries.withConstantDelay(Duration.ofHours(1), NONE).inWallTime().withConstantDelay(TENTH, NONE);
        assertFails(() -> retries.withConstantDelay(TENTH, NONE));
        assertFails(() -> retries.inWallTime().withConstantDelay(Duration.ofHours(1), NONE));
    }

    @Test
    void aClockThatWentBackIsNoDelay() {
        var retries = assertThat(retried("incr visits 1", 100, 0)).areRetried(1);

        assertFails(() -> retries.withConstantDelay(TENTH, Duration.ofMillis(199)));
    }

    @Test
    void whatIsNoDelayIsRefused() {
        var retries = assertThat(retried("incr visits 1", 0)).areRetried(0);
        Duration negative = Duration.ofNanos(-1);

        assertRefuses(() -> retries.withConstantDelay(negative, NONE));
        assertRefuses(() -> retries.withConstantDelay(NONE, negative));
        assertRefuses(() -> retries.withLinearDelay(negative, NONE, NONE));
        assertRefuses(() -> retries.withLinearDelay(NONE, negative, NONE));
        assertRefuses(() -> retries.withLinearDelay(NONE, NONE, negative));
        assertRefuses(() -> retries.withExponentialDelay(negative, 2, NONE));
        assertRefuses(() -> retries.withExponentialDelay(NONE, 0.9, NONE));
        assertRefuses(() -> retries.withExponentialDelay(NONE, Double.NaN, NONE));
        assertRefuses(() -> retries.withExponentialDelay(NONE, 2, negative));
    }

    private static FixedJournal joined(String line, String next) {
        Stream<Exchange> both =
                Stream.of(retried(line, 0), retried(next, 100)).flatMap(journal -> journal.exchanges().stream());
        return new FixedJournal(both.toList());
    }

    private static void assertRefuses(Runnable assertion) {
        assertThatIllegalArgumentException().isThrownBy(assertion::run);
    }

    private static void assertFails(Runnable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run);
    }
}
