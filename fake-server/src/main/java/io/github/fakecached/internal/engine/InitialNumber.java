package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.store.StoreOutcome;
import io.github.fakecached.internal.store.StoreRules;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes the item of a number that is to be counted but is not there yet. */
final class InitialNumber {

    private final Store store;
    private final StoreRules rules;
    private final ItemLog log;

    InitialNumber(Store store, StoreRules rules, ItemLog log) {
        this.store = store;
        this.rules = rules;
        this.log = log;
    }

    /**
     * Stores a number under a key that has no item.
     *
     * @param expiry when it expires, 0 for never
     * @param unique gives the cas unique it is to have
     * @return null if there is no memory for it
     */
    @Nullable
    Item store(byte[] key, long number, long expiry, LongSupplier unique, long now) {
        byte[] digits = Long.toUnsignedString(number).getBytes(US_ASCII);
        byte[] keyAndValue = Arrays.copyOf(key, key.length + digits.length);
        System.arraycopy(digits, 0, keyAndValue, key.length, digits.length);
        Item item = new Item(keyAndValue, key.length, 0, expiry);
        if (!store.makeRoom(rules.sizeOf(item), now)) {
            return null;
        }
        // memcached adds it, and so looks for it once more (complete_incr_bin in proto_bin.c,
        // process_marithmetic_command)
        store.find(key, key.length, now);
        store.link(item, unique.getAsLong(), now);
        log.stored(item, StoreMode.ADD, StoreOutcome.STORED, now);
        return item;
    }
}
