package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/** The items of one slab class in the order in which they are to make room, chained through the items themselves. */
final class LruQueue {

    private @Nullable Item newest;
    private @Nullable Item oldest;

    @Nullable
    Item oldest() {
        return oldest;
    }

    void add(Item item) {
        item.older = newest;
        item.newer = null;
        if (newest == null) {
            oldest = item;
        } else {
            newest.newer = item;
        }
        newest = item;
    }

    void remove(Item item) {
        if (item.newer == null) {
            newest = item.older;
        } else {
            item.newer.older = item.older;
        }
        if (item.older == null) {
            oldest = item.newer;
        } else {
            item.older.newer = item.newer;
        }
        item.newer = null;
        item.older = null;
    }
}
