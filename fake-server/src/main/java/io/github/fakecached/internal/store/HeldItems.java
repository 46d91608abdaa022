package io.github.fakecached.internal.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The items that somebody holds besides the store, so that their memory stays theirs when they leave it. Only {@code debugitem}
 * does that to a fake: most of the time there are none.
 */
final class HeldItems {

    /** By items, of which none equals another. */
    private Map<Item, Integer> holders = Map.of();

    void hold(Item item) {
        if (holders.isEmpty()) {
            holders = new HashMap<>();
        }
        holders.merge(item, 1, Integer::sum);
    }

    /** One holder less; false if there was none. */
    boolean release(Item item) {
        if (!contains(item)) {
            return false;
        }
        holders.computeIfPresent(item, (held, count) -> count == 1 ? null : count - 1);
        return true;
    }

    boolean contains(Item item) {
        return !holders.isEmpty() && holders.containsKey(item);
    }
}
