package io.github.fakecached.junit.assertj;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.StoredItem;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the items of a fake, as a client would find them now. A failure tells what is there instead, and the time on
 * the fake's clock.
 *
 * <pre>{@code
 * assertThat(memcached).hasValue("session:u1", "token").withTtl(Duration.ofMinutes(30)).and().hasSize(1);
 * }</pre>
 */
public final class FakeMemcachedAssert extends AbstractAssert<FakeMemcachedAssert, FakeMemcached> {

    FakeMemcachedAssert(FakeMemcached actual) {
        super(actual, FakeMemcachedAssert.class);
    }

    /**
     * Verifies that there is an item with this key and this value.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     *
     * assertThat(memcached).hasValue("color", "red");   // passes
     * assertThat(memcached).hasValue("color", "blue");  // fails
     * assertThat(memcached).hasValue("colour", "red");  // fails
     * }</pre>
     *
     * @param key the key as text
     * @param value the value as text; its bytes in UTF-8 are compared
     * @return assertions about that item
     * @throws AssertionError if there is none, or its value is another
     */
    public StoredItemAssert hasValue(String key, String value) {
        isNotNull();
        Optional<StoredItem> found = actual.contents().get(key);
        if (found.isEmpty()) {
            throw failed(report("to have the item")
                    .item(key, QuotedText.beginning(value.getBytes(UTF_8)))
                    .line("but there is none with this key.")
                    .itemsLike(key));
        }
        StoredItem item = found.get();
        int difference = Arrays.mismatch(value.getBytes(UTF_8), item.value());
        if (difference >= 0) {
            throw failed(report("to have the item")
                    .item(key, QuotedText.around(difference, value.getBytes(UTF_8)))
                    .line("but its value differs, from byte " + difference + " on:")
                    .item(item, QuotedText.around(difference, item.value())));
        }
        return new StoredItemAssert(this, actual, item);
    }

    /**
     * Verifies that there is no item with this key: it was never stored, was deleted, flushed or evicted, or has expired.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red", Duration.ofMinutes(1));
     *
     * assertThat(memcached).doesNotHave("color");  // fails
     *
     * memcached.clock().advance(Duration.ofMinutes(1));
     *
     * assertThat(memcached).doesNotHave("color");  // passes
     * }</pre>
     *
     * @param key the key as text
     * @return this
     * @throws AssertionError if there is one
     */
    public FakeMemcachedAssert doesNotHave(String key) {
        isNotNull();
        Optional<StoredItem> found = actual.contents().get(key);
        if (found.isPresent()) {
            throw failed(report("not to have an item with the key")
                    .key(key)
                    .line("but there is one:")
                    .item(found.get()));
        }
        return this;
    }

    /**
     * Verifies that there are no items.
     *
     * <pre>{@code
     * assertThat(memcached).isEmpty();  // passes
     *
     * memcached.contents().put("color", "red");
     *
     * assertThat(memcached).isEmpty();  // fails
     * }</pre>
     *
     * @return this
     * @throws AssertionError if there are some
     */
    public FakeMemcachedAssert isEmpty() {
        isNotNull();
        if (!actual.contents().isEmpty()) {
            throw failed(report("to be empty").line("but it is not.").items());
        }
        return this;
    }

    /**
     * Verifies how many items there are.
     *
     * <pre>{@code
     * memcached.contents().put("color", "red");
     *
     * assertThat(memcached).hasSize(1);  // passes
     * assertThat(memcached).hasSize(2);  // fails
     * }</pre>
     *
     * @param expected zero or more
     * @return this
     * @throws AssertionError if there are more or fewer
     */
    public FakeMemcachedAssert hasSize(int expected) {
        isNotNull();
        if (actual.contents().size() != expected) {
            throw failed(report("to have " + FailureReport.count(expected))
                    .line("but it has not.")
                    .items());
        }
        return this;
    }

    /** An error with the report as its message, after what {@code as()} was given. */
    AssertionError failed(FailureReport report) {
        return failure("%s", report);
    }

    private FailureReport report(String expectation) {
        return new FailureReport(actual, expectation);
    }
}
