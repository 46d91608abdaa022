package io.github.fakecached.junit.assertj;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Journal;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * The entry to assertions about a fake memcached and its journal; to be imported statically, beside AssertJ's own.
 *
 * <pre>{@code
 * import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
 *
 * assertThat(memcached).hasValue("session:u1", "token").withTtl(Duration.ofMinutes(30));
 * assertThat(memcached).doesNotHave("session:u2");
 * assertThat(memcached.journal()).commands("get").hasSize(1).first().hasKey("session:u2").missed();
 * }</pre>
 *
 * <p>Assertions look at the fake without a trace: no counter moves, no item is marked as fetched. What {@code assertThat} returns is,
 * as with AssertJ's own, not for use by several threads at once.
 */
public final class FakecachedAssertions {

    private FakecachedAssertions() {}

    /**
     * Begins assertions about a fake.
     *
     * @param actual the fake; assertions throw an {@link IllegalStateException} if it is stopped
     * @return assertions about its items
     */
    public static FakeMemcachedAssert assertThat(FakeMemcached actual) {
        return new FakeMemcachedAssert(actual);
    }

    /**
     * Begins assertions about the exchanges that a journal keeps now.
     *
     * @param actual the journal
     * @return assertions about all its exchanges
     * @throws AssertionError if there is no journal
     * @throws IllegalStateException if it is switched off
     */
    public static JournalAssert assertThat(Journal actual) {
        Assertions.assertThat(actual).as("journal").isNotNull();
        if (actual.capacity() == 0) {
            throw new IllegalStateException("the journal is switched off, and knows of no exchanges:"
                    + " call setCapacity() with more than 0 before those that are asserted");
        }
        return new JournalAssert(PickedExchanges.all(actual.exchanges()));
    }

    /**
     * Begins assertions about an exchange.
     *
     * @param actual one of a journal
     * @return assertions about it
     * @throws AssertionError if there is no exchange
     */
    public static ExchangeAssert assertThat(Exchange actual) {
        Assertions.assertThat(actual).as("exchange").isNotNull();
        return new ExchangeAssert(actual, List.of(actual));
    }
}
