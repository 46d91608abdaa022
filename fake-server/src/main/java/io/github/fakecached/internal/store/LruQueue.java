package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/** Items of one slab class in the order in which they were added, chained through the items themselves. */
final class LruQueue {

    /** Stands for a queue that never had an item; nothing is to be added to it. */
    static final LruQueue EMPTY = new LruQueue();

    private @Nullable Item newest;
    private @Nullable Item oldest;
    private int count;
    private long bytes;

    @Nullable
    Item oldest() {
        return oldest;
    }

    @Nullable
    Item newest() {
        return newest;
    }

    int count() {
        return count;
    }

    /** The bytes of all items, by memcached's accounting. */
    long bytes() {
        return bytes;
    }

    /** For how many seconds the oldest item was not accessed; 0 if there is none. */
    long age(long now) {
        return oldest == null ? 0 : now - oldest.time();
    }

    void add(Item item, long size) {
        item.older = newest;
        item.newer = null;
        if (newest == null) {
            oldest = item;
        } else {
            newest.newer = item;
        }
        newest = item;
        count++;
        bytes += size;
    }

    void remove(Item item, long size) {
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
        count--;
        bytes -= size;
    }
}
