package io.github.fakecached.internal.store;

import org.jspecify.annotations.Nullable;

/** Is told what happens to items, as it happens: what memcached's log is made of. Changes nothing. */
public interface ItemEvents {

    /** Whoever does not want to know. */
    ItemEvents IGNORED = new ItemEvents() {
        @Override
        public void fetched(byte[] key, int keyLength, Fetch fetch, @Nullable Item found) {}

        @Override
        public void stored(Item item, StoreMode mode, StoreOutcome outcome, long now) {}

        @Override
        public void evicted(Item item, long now) {}

        @Override
        public void crawled(CrawlReport report) {}
    };

    /** How looking for an item can end. */
    enum Fetch {
        NOT_FOUND,
        FOUND,
        FLUSHED,
        EXPIRED
    }

    /** An item was looked for, be it to read, change or replace it. */
    void fetched(byte[] key, int keyLength, Fetch fetch, @Nullable Item found);

    /** An item was stored, or was not: the one that is in the store now, else the one that was to be. */
    void stored(Item item, StoreMode mode, StoreOutcome outcome, long now);

    /** An item has made room for others. */
    void evicted(Item item, long now);

    /** A queue was crawled, because it was due. */
    void crawled(CrawlReport report);
}
