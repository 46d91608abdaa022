package io.github.fakecached.junit.assertj;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.StoredItem;
import java.util.Comparator;
import java.util.List;

/** The message of a failed assertion, line by line: what was expected, what is there, and the time on the fake's clock. */
final class FailureReport {

    private static final int MOST_ITEMS = 10;

    private final FakeMemcached memcached;
    private final StringBuilder text = new StringBuilder();

    FailureReport(FakeMemcached memcached, String expectation) {
        this.memcached = memcached;
        line("Expecting " + memcached).line(expectation);
    }

    static String count(int items) {
        return items == 1 ? "1 item" : items + " items";
    }

    FailureReport line(String line) {
        text.append(line).append('\n');
        return this;
    }

    FailureReport key(String key) {
        return line("  " + key);
    }

    /** An item that is expected. */
    FailureReport item(String key, String quotedValue) {
        return line("  " + key + " = " + quotedValue);
    }

    /** An item that is there, with all that is known of it. */
    FailureReport item(StoredItem item, String quotedValue) {
        String life = item.timeToLive()
                .map(left -> "expires in " + left.toSeconds() + " s")
                .orElse("never expires");
        int length = item.value().length;
        return line("  " + item.keyAsString() + " = " + quotedValue + " (" + length + (length == 1 ? " byte" : " bytes")
                + ", flags " + item.flags() + ", " + life + ")");
    }

    FailureReport item(StoredItem item) {
        return item(item, QuotedText.beginning(item.value()));
    }

    /** What there is. */
    FailureReport items() {
        return items(Comparator.comparing(StoredItem::keyAsString), "that come first by their keys");
    }

    /** What there is, first that which the test may have meant. */
    FailureReport itemsLike(String key) {
        return items(SimilarKeys.to(key), "with the most similar keys");
    }

    private FailureReport items(Comparator<StoredItem> order, String choice) {
        List<StoredItem> items = memcached.contents().items();
        if (items.isEmpty()) {
            return line("There are no items.");
        }
        boolean all = items.size() <= MOST_ITEMS;
        line((items.size() == 1 ? "There is " : "There are ")
                + count(items.size())
                + (all ? ":" : ". The " + MOST_ITEMS + " " + choice + ":"));
        items.stream().sorted(order).limit(MOST_ITEMS).forEach(this::item);
        return this;
    }

    @Override
    public String toString() {
        return text + "\nThe fake's clock shows " + memcached.clock() + ".";
    }
}
