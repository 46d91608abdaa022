package io.github.fakecached.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hash table of items, chained through the items themselves. Knows nothing of time. */
final class ItemTable {

    private static final int INITIAL_BUCKETS = 16;

    private @Nullable Item[] buckets = new @Nullable Item[INITIAL_BUCKETS];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Item find(byte[] key, int length) {
        int hash = KeyHash.of(key, length);
        for (Item item = buckets[hash & (buckets.length - 1)]; item != null; item = item.next) {
            if (item.hash == hash && item.hasKey(key, length)) {
                return item;
            }
        }
        return null;
    }

    /** Adds an item whose key is not in the table. */
    void add(Item item) {
        if (size >= buckets.length) {
            grow();
        }
        int bucket = item.hash & (buckets.length - 1);
        item.next = buckets[bucket];
        buckets[bucket] = item;
        size++;
    }

    /** Removes an item that is in the table. */
    void remove(Item item) {
        int bucket = item.hash & (buckets.length - 1);
        Item before = null;
        for (Item at = buckets[bucket]; at != null; before = at, at = at.next) {
            if (at == item) {
                if (before == null) {
                    buckets[bucket] = item.next;
                } else {
                    before.next = item.next;
                }
                item.next = null;
                size--;
                return;
            }
        }
        throw new IllegalStateException("the item is not in the table");
    }

    /** All items, in no order, in a list of their own. */
    List<Item> items() {
        List<Item> items = new ArrayList<>(size);
        for (Item first : buckets) {
            for (Item item = first; item != null; item = item.next) {
                items.add(item);
            }
        }
        return items;
    }

    private void grow() {
        @Nullable Item[] old = buckets;
        buckets = new @Nullable Item[old.length * 2];
        for (Item first : old) {
            for (Item item = first; item != null; ) {
                Item following = item.next;
                int bucket = item.hash & (buckets.length - 1);
                item.next = buckets[bucket];
                buckets[bucket] = item;
                item = following;
            }
        }
    }
}
