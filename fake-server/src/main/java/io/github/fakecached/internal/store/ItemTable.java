package io.github.fakecached.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hash table of items, chained through the items themselves. Knows nothing of time. */
final class ItemTable {

    private static final int FEWEST_BUCKETS = 16;

    /** Of a table without items: nothing is put there. */
    private static final @Nullable Item[] NONE = new @Nullable Item[1];

    private @Nullable Item[] buckets = NONE;
    private int room;
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
        if (size >= room) {
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
        room = Math.max(FEWEST_BUCKETS, room * 2);
        buckets = new @Nullable Item[room];
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
