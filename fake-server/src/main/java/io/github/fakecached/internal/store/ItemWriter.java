package io.github.fakecached.internal.store;

/** The rules of {@code set add replace append prepend cas} (do_store_item in memcached.c). */
public final class ItemWriter {

    private final Store store;
    private final StoreRules rules;
    private final Counters counters;

    public ItemWriter(Store store, StoreRules rules, Counters counters) {
        this.store = store;
        this.rules = rules;
        this.counters = counters;
    }

    /**
     * Stores an item that {@linkplain StoreRules#fits fits}; {@code unique} is the cas unique asked for, 0 for none. Who asks for
     * one when setting, adding or replacing, compares and stores.
     */
    public StoreResult store(Item item, StoreMode mode, long unique, long now) {
        StoreMode comparing = unique != 0 && rules.cas() ? mode.comparing() : mode;
        return store(item, comparing, unique, false, 0, now);
    }

    /**
     * The same for a meta command, which says itself when to compare.
     *
     * @param mayBeStale whether a lower cas unique than the item's stores the value as a stale one
     * @param newUnique the cas unique that the item is to have, 0 for the next
     */
    public StoreResult store(Item item, StoreMode mode, long unique, boolean mayBeStale, long newUnique, long now) {
        long reserved = newUnique != 0 ? newUnique : store.reserveUnique();
        long asked = rules.cas() ? unique : 0;
        Item old = store.find(item.keyAndValue(), item.keyLength(), now);
        StoreResult result = old == null
                ? storeNew(item, mode, reserved, now)
                : storeOver(old, item, mode, asked, mayBeStale, reserved, now);
        Item told = result.stored() == null ? item : result.stored();
        store.events().stored(told, mode, result.outcome(), now);
        return result;
    }

    private StoreResult storeOver(
            Item old, Item item, StoreMode mode, long asked, boolean mayBeStale, long reserved, long now) {
        return switch (mode) {
            case SET, REPLACE -> replace(old, item, reserved, now);
            case ADD -> {
                store.access(old, now);
                yield StoreResult.NOT_STORED;
            }
            case APPEND, APPENDVIV, PREPEND, PREPENDVIV -> join(old, item, mode, asked, reserved, now);
            case CAS -> compareAndStore(old, item, asked, mayBeStale, reserved, now);
        };
    }

    private StoreResult storeNew(Item item, StoreMode mode, long reserved, long now) {
        return switch (mode) {
            case SET, ADD, APPENDVIV, PREPENDVIV -> {
                store.link(item, store.unique(reserved), now);
                yield new StoreResult(StoreOutcome.STORED, item);
            }
            case REPLACE, APPEND, PREPEND -> StoreResult.NOT_STORED;
            case CAS -> {
                counters.increment(Counter.CAS_MISSES);
                yield StoreResult.NOT_FOUND;
            }
        };
    }

    private StoreResult compareAndStore(Item old, Item item, long asked, boolean mayBeStale, long reserved, long now) {
        boolean stale = mayBeStale && asked != 0 && Long.compareUnsigned(asked, old.cas()) < 0;
        if (stale) {
            item.becomeStaleAfter(old);
        } else if (asked == 0 || asked != old.cas()) {
            counters.increment(Counter.CAS_BADVAL, rules.slabClass(old));
            return StoreResult.EXISTS;
        }
        counters.increment(Counter.CAS_HITS, rules.slabClass(old));
        return replace(old, item, reserved, now);
    }

    private StoreResult join(Item old, Item item, StoreMode mode, long asked, long reserved, long now) {
        if (asked != 0 && asked != old.cas()) {
            return StoreResult.EXISTS;
        }
        long length = (long) old.valueLength() + item.valueLength();
        if (!rules.fits(old.keyLength(), old.flags(), length)
                || !store.makeRoom(rules.sizeOf(old.keyLength(), old.flags(), length), old, now)) {
            return StoreResult.NOT_STORED;
        }
        byte[] joined = mode == StoreMode.APPEND || mode == StoreMode.APPENDVIV ? join(old, item) : join(item, old);
        return replace(old, old.withValue(joined), reserved, now);
    }

    private StoreResult replace(Item old, Item item, long reserved, long now) {
        store.replace(old, item, store.unique(reserved), now);
        return new StoreResult(StoreOutcome.STORED, item);
    }

    /** The key they share, and both values. */
    private static byte[] join(Item first, Item second) {
        int keyLength = first.keyLength();
        byte[] joined = new byte[keyLength + first.valueLength() + second.valueLength()];
        System.arraycopy(first.keyAndValue(), 0, joined, 0, first.keyAndValue().length);
        System.arraycopy(second.keyAndValue(), keyLength, joined, first.keyAndValue().length, second.valueLength());
        return joined;
    }
}
