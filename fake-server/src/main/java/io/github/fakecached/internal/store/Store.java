package io.github.fakecached.internal.store;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The items of one server and memcached's rules for keeping, changing and dropping them. Pure: no thread, no socket, no clock
 * of its own; {@code now} is in seconds of {@link ServerTime}.
 */
public final class Store {

    private final StoreRules rules;
    private final Counters counters;
    private ItemTable table = new ItemTable();
    private CasSequence uniques;
    private FlushEpoch flushEpoch;
    private ItemSpace space;

    public Store(StoreRules rules, Counters counters) {
        this.rules = rules;
        this.counters = counters;
        this.uniques = new CasSequence(rules.attemptsTakeCas());
        this.flushEpoch = new FlushEpoch(rules.flushByCas());
        this.space = new ItemSpace(rules);
    }

    /** Forgets everything, as if just made; takes the same time however many items there are. */
    public void clear() {
        table = new ItemTable();
        uniques = new CasSequence(rules.attemptsTakeCas());
        flushEpoch = new FlushEpoch(rules.flushByCas());
        space = new ItemSpace(rules);
    }

    /** How many items are held, those counted that are expired or flushed but were not looked for since. */
    public int size() {
        return table.size();
    }

    /** The bytes of all items held, by memcached's accounting. */
    public long bytes() {
        return space.bytes();
    }

    /** Finds an item without the marks that a fetch leaves. An expired or flushed one is dropped. */
    public @Nullable Item find(byte[] key, int keyLength, long now) {
        Item item = table.find(key, keyLength);
        if (item == null) {
            return null;
        }
        if (flushEpoch.covers(item, now)) {
            unlink(item);
            counters.increment(Counter.GET_FLUSHED);
            return null;
        }
        if (isExpired(item, now)) {
            unlink(item);
            counters.increment(Counter.GET_EXPIRED);
            return null;
        }
        return item;
    }

    /** Finds an item without leaving a mark, dropping or counting anything. */
    public @Nullable Item peek(byte[] key, long now) {
        Item item = table.find(key, key.length);
        return item == null || isGone(item, now) ? null : item;
    }

    /** Finds an item and marks it as fetched. */
    public @Nullable Item fetch(byte[] key, long now) {
        Item item = find(key, key.length, now);
        if (item != null) {
            item.bump(now);
        }
        return item;
    }

    /** Fetches an item and gives it another expiry. */
    public @Nullable Item touch(byte[] key, long expiry, long now) {
        Item item = fetch(key, now);
        if (item != null) {
            item.exptime(expiry);
        }
        return item;
    }

    /** Deletes an item; false if there is none. */
    public boolean delete(byte[] key, long now) {
        Item item = find(key, key.length, now);
        if (item != null) {
            unlink(item);
        }
        return item != null;
    }

    /** Stores an item that {@linkplain StoreRules#fits fits}; {@code unique} is the cas unique asked for, 0 for none. */
    public StoreOutcome store(Item item, StoreMode mode, long unique, long now) {
        long reserved = uniques.forAttempt();
        long asked = rules.cas() ? unique : 0;
        Item old = find(item.keyAndValue(), item.keyLength(), now);
        return old == null ? storeNew(item, mode, reserved, now) : storeOver(old, item, mode, asked, reserved, now);
    }

    private StoreOutcome storeNew(Item item, StoreMode mode, long reserved, long now) {
        return switch (mode) {
            case SET, ADD -> link(item, reserved, now);
            case REPLACE, APPEND, PREPEND -> StoreOutcome.NOT_STORED;
            case CAS -> {
                counters.increment(Counter.CAS_MISSES);
                yield StoreOutcome.NOT_FOUND;
            }
        };
    }

    private StoreOutcome storeOver(Item old, Item item, StoreMode mode, long asked, long reserved, long now) {
        return switch (mode) {
            case SET, REPLACE -> replace(old, item, reserved, now);
            case ADD -> {
                old.time(now);
                yield StoreOutcome.NOT_STORED;
            }
            case APPEND, PREPEND -> {
                if (asked != 0 && asked != old.cas()) {
                    yield StoreOutcome.EXISTS;
                }
                long length = (long) old.valueLength() + item.valueLength();
                if (!rules.fits(old.keyLength(), old.flags(), length)
                        || !makeRoom(rules.sizeOf(old.keyLength(), old.flags(), length), now)) {
                    yield StoreOutcome.NOT_STORED;
                }
                yield replace(
                        old,
                        old.withValue(mode == StoreMode.APPEND ? join(old, item) : join(item, old)),
                        reserved,
                        now);
            }
            case CAS -> {
                if (asked == 0 || asked != old.cas()) {
                    counters.increment(Counter.CAS_BADVAL);
                    yield StoreOutcome.EXISTS;
                }
                counters.increment(Counter.CAS_HITS);
                yield replace(old, item, reserved, now);
            }
        };
    }

    /** Makes room for an item of a size by dropping others of its slab class; false if that may not, or cannot, be done. */
    public boolean makeRoom(long size, long now) {
        while (!space.hasRoom(size)) {
            Item oldest = space.next(size);
            if (oldest == null || !(rules.evictions() || isGone(oldest, now))) {
                return false;
            }
            countRemoval(oldest, now);
            unlink(oldest);
        }
        return true;
    }

    private void countRemoval(Item item, long now) {
        boolean gone = isGone(item, now);
        counters.increment(gone ? Counter.RECLAIMED : Counter.EVICTIONS);
        if (!item.isFetched()) {
            counters.increment(gone ? Counter.EXPIRED_UNFETCHED : Counter.EVICTED_UNFETCHED);
        }
    }

    /** Adds to ({@code increment}) or takes from the number that an item's value is; both unsigned. */
    public DeltaResult addDelta(byte[] key, boolean increment, long delta, long now) {
        Item item = find(key, key.length, now);
        if (item == null) {
            return DeltaResult.NOT_FOUND;
        }
        if (rules.sizeOf(item) > rules.chunkMax()) {
            return DeltaResult.NON_NUMERIC;
        }
        var number = CNumber.unsigned(item.keyAndValue(), item.keyLength(), item.keyAndValue().length);
        if (number.isEmpty()) {
            return DeltaResult.NON_NUMERIC;
        }
        long old = number.getAsLong();
        long value;
        if (increment) {
            value = old + delta;
        } else {
            value = Long.compareUnsigned(delta, old) > 0 ? 0 : old - delta;
        }
        counters.increment(increment ? Counter.INCR_HITS : Counter.DECR_HITS);
        byte[] rewritten = NumberValue.over(item, value);
        if (rewritten.length == item.keyAndValue().length) {
            item.replaceValue(rewritten);
            item.cas(rules.cas() ? uniques.next() : 0);
            item.time(now);
            return new DeltaResult(DeltaResult.Outcome.DONE, value, item.cas());
        }
        Item longer = item.withValue(rewritten);
        if (!makeRoom(rules.sizeOf(longer), now)) {
            return DeltaResult.OUT_OF_MEMORY;
        }
        replace(item, longer, uniques.next(), now);
        return new DeltaResult(DeltaResult.Outcome.DONE, value, longer.cas());
    }

    /** Flushes everything last accessed at or before {@code oldest}, once that time has come. */
    public void flush(long oldest, long now) {
        flushEpoch.begin(oldest, now, uniques);
        for (Item item : table.items()) {
            if (flushEpoch.dropsAtOnce(item)) {
                unlink(item);
            }
        }
    }

    /** The time up to which items were or will be flushed; 0 if there was no flush. */
    public long oldestLive() {
        return flushEpoch.oldestLive();
    }

    /** Moves all times on by some seconds, because the epoch they count from has been moved back. */
    public void shiftTimes(long seconds) {
        flushEpoch.shift(seconds);
        for (Item item : table.items()) {
            item.shift(seconds);
        }
    }

    /** Gives every item that a client would find now. */
    public void forEach(long now, Consumer<Item> action) {
        for (Item item : table.items()) {
            if (!isGone(item, now)) {
                action.accept(item);
            }
        }
    }

    private StoreOutcome replace(Item old, Item item, long reserved, long now) {
        unlink(old);
        return link(item, reserved, now);
    }

    private StoreOutcome link(Item item, long reserved, long now) {
        item.time(now);
        item.cas(rules.cas() ? uniques.forStored(reserved) : 0);
        table.add(item);
        space.add(item);
        counters.increment(Counter.TOTAL_ITEMS);
        return StoreOutcome.STORED;
    }

    private void unlink(Item item) {
        table.remove(item);
        space.remove(item);
    }

    private boolean isGone(Item item, long now) {
        return flushEpoch.covers(item, now) || isExpired(item, now);
    }

    private static boolean isExpired(Item item, long now) {
        return item.exptime() != 0 && item.exptime() <= now;
    }

    private static byte[] join(Item first, Item second) {
        int keyLength = first.keyLength();
        byte[] joined = new byte[keyLength + first.valueLength() + second.valueLength()];
        System.arraycopy(first.keyAndValue(), 0, joined, 0, first.keyAndValue().length);
        System.arraycopy(second.keyAndValue(), keyLength, joined, first.keyAndValue().length, second.valueLength());
        return joined;
    }
}
