package io.github.fakecached.junit.assertj;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.StoredItem;
import java.time.Duration;
import java.util.Optional;

/**
 * Assertions about an item that has the expected value: how long it lives, and its flags.
 *
 * <pre>{@code
 * assertThat(memcached).hasValue("session:u1", "token").withTtl(Duration.ofMinutes(30)).withFlags(0);
 * }</pre>
 */
public final class StoredItemAssert {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final FakeMemcachedAssert origin;
    private final FakeMemcached memcached;
    private final StoredItem item;

    StoredItemAssert(FakeMemcachedAssert origin, FakeMemcached memcached, StoredItem item) {
        this.origin = origin;
        this.memcached = memcached;
        this.item = item;
    }

    /**
     * Verifies how long the item has still to live. While the fake's clock runs, a second less is accepted too, since one may
     * have begun after the item was stored; pause the clock to compare exactly.
     *
     * <pre>{@code
     * memcached.clock().pause();
     * memcached.contents().put("color", "red", Duration.ofMinutes(5));
     * memcached.clock().advance(Duration.ofMinutes(1));
     *
     * assertThat(memcached).hasValue("color", "red").withTtl(Duration.ofMinutes(4));  // passes
     * assertThat(memcached).hasValue("color", "red").withTtl(Duration.ofMinutes(5));  // fails
     * }</pre>
     *
     * @param timeToLive in whole seconds, at least one
     * @return this
     * @throws AssertionError if it lives longer or less long, or for ever
     * @throws IllegalArgumentException if the time is not in whole seconds
     */
    public StoredItemAssert withTtl(Duration timeToLive) {
        if (timeToLive.toSeconds() < 1 || !timeToLive.equals(Duration.ofSeconds(timeToLive.toSeconds()))) {
            throw new IllegalArgumentException(
                    "memcached counts whole seconds: a time to live is 1 s or more of them, not " + timeToLive);
        }
        boolean running = !memcached.clock().isPaused();
        Optional<Duration> actual = item.timeToLive();
        boolean exact = actual.equals(Optional.of(timeToLive));
        boolean oneLess = running && actual.equals(Optional.of(timeToLive.minus(ONE_SECOND)));
        if (!exact && !oneLess) {
            String orOneLess = running ? " (or a second less, since the clock is running)" : "";
            throw origin.failed(report("that expires in " + timeToLive.toSeconds() + " s" + orOneLess));
        }
        return this;
    }

    /**
     * Verifies that the item never expires.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     * memcached.contents().put("taste", "sweet", Duration.ofMinutes(1));
     *
     * assertThat(memcached).hasValue("color", "red").withoutExpiry();    // passes
     * assertThat(memcached).hasValue("taste", "sweet").withoutExpiry();  // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if it expires
     */
    public StoredItemAssert withoutExpiry() {
        if (item.timeToLive().isPresent()) {
            throw origin.failed(report("that never expires"));
        }
        return this;
    }

    /**
     * Verifies the client's flags.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");  // flags 0
     *
     * assertThat(memcached).hasValue("color", "red").withFlags(0);  // passes
     * assertThat(memcached).hasValue("color", "red").withFlags(1);  // fails
     * }</pre>
     *
     * @param flags 0 to 4294967295
     * @return this
     * @throws AssertionError if the flags are others
     */
    public StoredItemAssert withFlags(long flags) {
        if (item.flags() != flags) {
            throw origin.failed(report("with flags " + flags));
        }
        return this;
    }

    /**
     * Goes back to the fake, for assertions about other items.
     *
     * <pre>{@code
     * assertThat(memcached).hasValue("color", "red").withFlags(0).and().hasSize(1);
     * }</pre>
     *
     * @return the assertions this one came from
     */
    public FakeMemcachedAssert and() {
        return origin;
    }

    private FailureReport report(String expectation) {
        return new FailureReport(memcached, "to have an item " + expectation + ", with the key")
                .key(item.keyAsString())
                .line("but it is")
                .item(item);
    }
}
