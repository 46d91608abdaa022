package io.github.fakecached.internal.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemWriterTest {

    private static final long NOW = 100;
    private static final int PAGE = SlabClasses.PAGE;

    private final Counters counters = new Counters();

    @Test
    void anAppendThatNeedsRoomDoesNotEvictTheItemItAppendsTo() {
        StoreRules rules =
                new StoreRules(PAGE, PAGE, true, true, SlabClasses.DEFAULT, LruSettings.DEFAULT, true, false);
        Store store = new Store(rules, counters);
        ItemWriter writer = new ItemWriter(store, rules, counters);
        int full = PAGE / SlabClasses.DEFAULT.chunkSize(1);
        for (int i = 0; i < full; i++) {
            writer.store(item("k%06d".formatted(i), ""), StoreMode.SET, 0, NOW);
        }

        StoreResult appended = writer.store(item("k000000", "x"), StoreMode.APPEND, 0, NOW);

        assertThat(appended.outcome()).isEqualTo(StoreOutcome.STORED);
        assertThat(store.peek(bytes("k000000"), NOW)).isNotNull();
        assertThat(store.peek(bytes("k000001"), NOW)).isNull();
        assertThat(counters.get(Counter.EVICTIONS)).isOne();
        assertThat(store.size()).isEqualTo(full - 1);
    }

    @Test
    void anAppendWithoutRoomIsNotStoredAndLeavesTheItem() {
        StoreRules rules =
                new StoreRules(PAGE, PAGE, false, true, SlabClasses.DEFAULT, LruSettings.DEFAULT, true, false);
        Store store = new Store(rules, counters);
        ItemWriter writer = new ItemWriter(store, rules, counters);
        int full = PAGE / SlabClasses.DEFAULT.chunkSize(1);
        for (int i = 0; i < full; i++) {
            writer.store(item("k%06d".formatted(i), ""), StoreMode.SET, 0, NOW);
        }

        StoreResult appended = writer.store(item("k000000", "x"), StoreMode.APPEND, 0, NOW);

        assertThat(appended.outcome()).isEqualTo(StoreOutcome.NOT_STORED);
        assertThat(store.size()).isEqualTo(full);
    }

    private static Item item(String key, String value) {
        return new Item(bytes(key + value), key.length(), 0, 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
