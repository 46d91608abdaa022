package io.github.fakecached.internal.store;

/** The rules of {@code incr} and {@code decr} (do_add_delta in memcached.c): unsigned 64 bits, wraps upwards, stops at 0. */
public final class Arithmetic {

    private final Store store;
    private final StoreRules rules;
    private final Counters counters;

    public Arithmetic(Store store, StoreRules rules, Counters counters) {
        this.store = store;
        this.rules = rules;
        this.counters = counters;
    }

    /** Adds to ({@code increment}) or takes from an item's number, if the item has the cas unique asked for; 0 asks for none. */
    public DeltaResult apply(byte[] key, boolean increment, long delta, long unique, long now) {
        Item item = store.find(key, key.length, now);
        if (item == null) {
            return DeltaResult.NOT_FOUND;
        }
        if (item.valueLength() == 0 || rules.sizeOf(item) > rules.chunkMax()) {
            return DeltaResult.NON_NUMERIC;
        }
        if (unique != 0 && unique != item.cas()) {
            return DeltaResult.EXISTS;
        }
        var number = CNumber.unsigned(item.keyAndValue(), item.keyLength(), item.keyAndValue().length);
        if (number.isEmpty()) {
            return DeltaResult.NON_NUMERIC;
        }
        counters.increment(increment ? Counter.INCR_HITS : Counter.DECR_HITS, rules.slabClass(item));
        return write(item, changed(number.getAsLong(), increment, delta), now);
    }

    private static long changed(long number, boolean increment, long delta) {
        if (increment) {
            return number + delta;
        }
        return Long.compareUnsigned(delta, number) > 0 ? 0 : number - delta;
    }

    private DeltaResult write(Item item, long number, long now) {
        boolean inPlace = !store.isHeld(item);
        byte[] keyAndValue = inPlace ? NumberValue.over(item, number) : NumberValue.insteadOf(item, number);
        if (inPlace && keyAndValue.length == item.keyAndValue().length) {
            store.rewrite(item, keyAndValue, now);
            return DeltaResult.done(number, item);
        }
        Item other = item.withValue(keyAndValue);
        if (!store.makeRoom(rules.sizeOf(other), item, now)) {
            return DeltaResult.OUT_OF_MEMORY;
        }
        store.replace(item, other, store.newUnique(), now);
        item.cas(other.cas());
        // as memcached, which shows, and lets ma change, the item that was replaced
        return DeltaResult.done(number, item);
    }
}
