package io.github.fakecached.junit.assertj;

import io.github.fakecached.FakeMemcached;

/**
 * The entry to assertions about a fake memcached; to be imported statically, beside AssertJ's own.
 *
 * <pre>{@code
 * import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
 *
 * assertThat(memcached).hasValue("session:u1", "token").withTtl(Duration.ofMinutes(30));
 * assertThat(memcached).doesNotHave("session:u2");
 * }</pre>
 *
 * <p>Assertions look at the fake without a trace: no counter moves, no item is marked as fetched.
 */
public final class FakecachedAssertions {

    private FakecachedAssertions() {}

    /**
     * Begins assertions about a fake.
     *
     * @param actual the fake; must be running
     * @return assertions about its items
     */
    public static FakeMemcachedAssert assertThat(FakeMemcached actual) {
        return new FakeMemcachedAssert(actual);
    }
}
