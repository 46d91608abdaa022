package io.github.fakecached.junit.assertj;

import io.github.fakecached.journal.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Assertions about the time between the attempts of a request: from the moment in which the fake had understood one to that in
 * which it had understood the next. In virtual time, which is the fake's clock's, unless wall time is asked for.
 *
 * <pre>{@code
 * assertThat(memcached.journal())
 *         .forKey("visits")
 *         .areRetried(2)
 *         .withExponentialDelay(Duration.ofMillis(100), 2, Duration.ofMillis(20));
 * }</pre>
 */
public final class RetriesAssert {

    private static final int MOST_DELAYS = 8;

    private final JournalAssert origin;
    private final List<Exchange> attempts;
    private final Function<Exchange, Instant> clock;
    private final String clockInWords;

    RetriesAssert(
            JournalAssert origin, List<Exchange> attempts, Function<Exchange, Instant> clock, String clockInWords) {
        this.origin = origin;
        this.attempts = attempts;
        this.clock = clock;
        this.clockInWords = clockInWords;
    }

    /**
     * Has further assertions look at the system's clock, for a client that waits by it while a test holds the fake's.
     *
     * <pre>{@code
     * assertThat(memcached.journal())
     *         .forKey("visits")
     *         .areRetried(1)
     *         .inWallTime()
     *         .withConstantDelay(Duration.ofMillis(100), Duration.ofMillis(50));
     * }</pre>
     *
     * @return assertions about the same attempts in wall time
     */
    public RetriesAssert inWallTime() {
        return new RetriesAssert(origin, attempts, Exchange::wallTime, "in wall time");
    }

    /**
     * Verifies that each retry came so long after the attempt before it.
     *
     * <pre>{@code
     * // a client that tries again after 100 ms, and again after 100 ms
     * var retries = assertThat(memcached.journal()).forKey("visits").areRetried(2);
     *
     * retries.withConstantDelay(Duration.ofMillis(100), Duration.ofMillis(20));  // passes
     * retries.withConstantDelay(Duration.ofMillis(200), Duration.ofMillis(20));  // fails
     * }</pre>
     *
     * @param delay zero or more
     * @param tolerance how much more or less is accepted, zero or more
     * @return this
     * @throws AssertionError if one came earlier or later
     * @throws IllegalArgumentException if a duration is negative
     */
    public RetriesAssert withConstantDelay(Duration delay, Duration tolerance) {
        return withDelays(retry -> nanos(delay), tolerance);
    }

    /**
     * Verifies that the first retry came so long after the first attempt, and each further one after a time that is longer by the
     * same amount.
     *
     * <pre>{@code
     * // a client that tries again after 100 ms, and again after 200 ms
     * var retries = assertThat(memcached.journal()).forKey("visits").areRetried(2);
     *
     * retries.withLinearDelay(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(20));  // passes
     * retries.withLinearDelay(Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(20));   // fails
     * }</pre>
     *
     * @param initial the time before the first retry, zero or more
     * @param increment how much longer each further one is, zero or more
     * @param tolerance how much more or less is accepted, zero or more
     * @return this
     * @throws AssertionError if one came earlier or later
     * @throws IllegalArgumentException if a duration is negative
     */
    public RetriesAssert withLinearDelay(Duration initial, Duration increment, Duration tolerance) {
        return withDelays(retry -> nanos(initial) + retry * nanos(increment), tolerance);
    }

    /**
     * Verifies that the first retry came so long after the first attempt, and each further one after a multiple of the time before.
     *
     * <pre>{@code
     * // a client that tries again after 100 ms, again after 200 ms, and again after 400 ms
     * var retries = assertThat(memcached.journal()).forKey("visits").areRetried(3);
     *
     * retries.withExponentialDelay(Duration.ofMillis(100), 2, Duration.ofMillis(20));  // passes
     * retries.withExponentialDelay(Duration.ofMillis(100), 3, Duration.ofMillis(20));  // fails
     * }</pre>
     *
     * @param initial the time before the first retry, zero or more
     * @param factor by what each further one is multiplied, 1 or more
     * @param tolerance how much more or less is accepted, zero or more
     * @return this
     * @throws AssertionError if one came earlier or later
     * @throws IllegalArgumentException if a duration is negative, or the factor below 1
     */
    public RetriesAssert withExponentialDelay(Duration initial, double factor, Duration tolerance) {
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("delays grow by a factor of 1 or more, not " + factor);
        }
        return withDelays(retry -> (long) (nanos(initial) * Math.pow(factor, retry)), tolerance);
    }

    private RetriesAssert withDelays(IntToLongFunction expected, Duration tolerance) {
        long margin = nanos(tolerance);
        long first = expected.applyAsLong(0); // checks what it is given, also if there are no retries
        for (int retry = 0; retry < attempts.size() - 1; retry++) {
            Duration delay = JournalExcerpt.delay(attempts, retry + 1, clock);
            long wanted = retry == 0 ? first : expected.applyAsLong(retry);
            if (Math.abs(delay.toNanos() - wanted) > margin) {
                throw failed(expected, tolerance, retry, delay);
            }
        }
        return this;
    }

    private AssertionError failed(IntToLongFunction expected, Duration tolerance, int retry, Duration delay) {
        return origin.failed(
                "to be retried after " + inWords(expected) + " (± " + JournalExcerpt.seconds(tolerance) + ") "
                        + clockInWords,
                "but the retry marked with > came after " + JournalExcerpt.seconds(delay) + ":",
                JournalExcerpt.timing(attempts, clock, List.of(attempts.get(retry + 1))));
    }

    private String inWords(IntToLongFunction expected) {
        int retries = attempts.size() - 1;
        return IntStream.range(0, Math.min(MOST_DELAYS, retries))
                        .mapToLong(expected)
                        .mapToObj(Duration::ofNanos)
                        .map(JournalExcerpt::seconds)
                        .collect(Collectors.joining(", "))
                + (retries > MOST_DELAYS ? ", ..." : "");
    }

    private static long nanos(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration is zero or more, not " + duration);
        }
        return duration.toNanos();
    }
}
