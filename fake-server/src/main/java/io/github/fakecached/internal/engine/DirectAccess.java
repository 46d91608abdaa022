package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.store.StoreRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items without the wire: looking at one leaves no mark on it and counts nothing. */
public final class DirectAccess {

    /** What an item that never expires has instead of seconds to live. */
    public static final long NEVER_EXPIRES = -1;

    private final Store store;
    private final ItemWriter writer;
    private final StoreRules rules;
    private final Timekeeper timekeeper;

    DirectAccess(Store store, ItemWriter writer, StoreRules rules, Timekeeper timekeeper) {
        this.store = store;
        this.writer = writer;
        this.rules = rules;
        this.timekeeper = timekeeper;
    }

    /** The item that a client would find, or null. */
    public @Nullable Item get(byte[] key) {
        return store.peek(key, timekeeper.now());
    }

    /** Something of each item that a client would find. */
    public <T> List<T> all(Function<Item, T> view) {
        List<T> views = new ArrayList<>();
        store.forEach(timekeeper.now(), item -> views.add(view.apply(item)));
        return views;
    }

    /** How long an item has still to live, in seconds, or {@link #NEVER_EXPIRES}. */
    public long secondsToLive(Item item) {
        return item.exptime() == 0 ? NEVER_EXPIRES : item.exptime() - timekeeper.now();
    }

    /** Stores an item as {@code set} would; false if it is too large, or there is no memory left for it. */
    public boolean put(byte[] key, byte[] value, int flags, long secondsToLive) {
        long now = timekeeper.now();
        if (!rules.fits(key.length, flags, value.length)
                || !store.makeRoom(rules.sizeOf(key.length, flags, value.length), now)) {
            return false;
        }
        byte[] keyAndValue = Arrays.copyOf(key, key.length + value.length);
        System.arraycopy(value, 0, keyAndValue, key.length, value.length);
        long expiry = secondsToLive == NEVER_EXPIRES ? 0 : now + secondsToLive;
        writer.store(new Item(keyAndValue, key.length, flags, expiry), StoreMode.SET, 0, now);
        return true;
    }

    /** Removes an item; false if there was none. */
    public boolean remove(byte[] key) {
        return store.delete(key, timekeeper.now());
    }
}
