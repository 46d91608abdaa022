package io.github.fakecached.junit.assertj;

import io.github.fakecached.StoredItem;
import java.util.Comparator;
import java.util.Locale;

/** An order of items by how much their keys look like a given one, so that a typing error can be seen. */
final class SimilarKeys {

    private SimilarKeys() {}

    /** Most similar first: what counts is how much of the key is the same at the beginning and at the end, in any case. */
    static Comparator<StoredItem> to(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return Comparator.comparingDouble((StoredItem item) ->
                        -similarity(wanted, item.keyAsString().toLowerCase(Locale.ROOT)))
                .thenComparing(StoredItem::keyAsString);
    }

    private static double similarity(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return (double) (start + end) / Math.max(a.length(), b.length());
    }
}
