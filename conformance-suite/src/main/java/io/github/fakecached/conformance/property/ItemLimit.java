package io.github.fakecached.conformance.property;

/** The limit of an item's size, found by storing. */
final class ItemLimit {

    private ItemLimit() {}

    /** Sees that an item with all that belongs to it may have so many bytes, and not one more. */
    static void expect(TextClient client, int bytes, int keyLength) {
        var key = "k".repeat(keyLength);
        int largest = bytes - 48 - 8 - keyLength - 1 - 2;
        client.expect(TextRules.TOO_LARGE, "set " + key + " 0 0 " + (largest + 1), "v".repeat(largest + 1));
        client.store(key, "v".repeat(largest));
        client.expectItem(key, 0, "v".repeat(largest));
    }
}
