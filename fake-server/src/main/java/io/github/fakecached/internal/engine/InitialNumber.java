package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes the item of a number that is to be counted but is not there yet. */
final class InitialNumber {

    private final Store store;
    private final StoreRules rules;

    InitialNumber(Store store, StoreRules rules) {
        this.store = store;
        this.rules = rules;
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
        store.link(item, unique.getAsLong(), now);
        return item;
    }
}
