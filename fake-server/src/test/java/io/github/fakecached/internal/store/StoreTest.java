package io.github.fakecached.internal.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreTest {

    private static final long NOW = 100;
    private static final int MIB = 1024 * 1024;

    private final Counters counters = new Counters();
    private final Store store = store(64L * MIB, true, false);

    @Test
    void anItemLivesUntilTheSecondOfItsExptimeBegins() {
        set("a", "1", NOW + 10);
        assertThat(find("a", NOW + 9)).isNotNull();
        assertThat(find("a", NOW + 10)).isNull();
        assertThat(counters.get(Counter.GET_EXPIRED)).isOne();
        assertThat(store.size()).isZero();
    }

    @Test
    void bytesAreTheSumOfAllItemsByMemcachedsAccounting() {
        set("key", "value", 0);
        assertThat(store.bytes()).isEqualTo(48 + 8 + 3 + 1 + 5 + 2);
        store.replace(find("key", NOW), item("key", "longer value", 0), 0, NOW);
        assertThat(store.bytes()).isEqualTo(48 + 8 + 3 + 1 + 12 + 2);
        store.delete(bytes("key"), NOW);
        assertThat(store.bytes()).isZero();
    }

    @Test
    void aPlainFlushDropsAllItemsOfThisSecondAtOnceAndOlderOnesWhenLookedFor() {
        set("old", "1", 0, NOW - 10);
        set("new", "1", 0, NOW);
        store.flush(NOW - 1, NOW);
        assertThat(store.size()).isOne();
        assertThat(find("old", NOW)).isNull();
        assertThat(find("new", NOW)).isNull();
        assertThat(counters.get(Counter.GET_FLUSHED)).isOne();
    }

    @Test
    void aFlushByCasKeepsWhatIsStoredAfterItInTheSameSecond() {
        Store byCas = store(64L * MIB, true, true);
        put(byCas, item("old", "1", 0), NOW);
        byCas.flush(NOW - 1, NOW);
        put(byCas, item("new", "1", 0), NOW);
        assertThat(byCas.find(bytes("old"), 3, NOW)).isNull();
        assertThat(byCas.find(bytes("new"), 3, NOW)).isNotNull();
    }

    @Test
    void aDelayedFlushTakesEffectWhenItsSecondComes() {
        set("a", "1", 0);
        store.flush(NOW + 10 - 1, NOW);
        assertThat(find("a", NOW + 8)).isNotNull();
        assertThat(find("a", NOW + 9)).isNull();
    }

    @Test
    void theOldestItemOfTheClassMakesRoom() {
        Store small = store(MIB, true, false);
        int items = SlabClasses.PAGE / SlabClasses.DEFAULT.chunkSize(SlabClasses.DEFAULT.of(70));
        fill(small, items);
        assertThat(small.find(bytes("k000000"), 7, NOW)).isNotNull();

        assertThat(small.makeRoom(70, NOW)).isTrue();
        assertThat(small.find(bytes("k000000"), 7, NOW)).isNull();
        assertThat(small.find(bytes("k000001"), 7, NOW)).isNotNull();
        assertThat(counters.get(Counter.EVICTIONS)).isOne();
        assertThat(counters.get(Counter.EVICTED_UNFETCHED)).isOne();
    }

    @Test
    void anItemFetchedTwiceIsSparedOnce() {
        Store small = store(MIB, true, false);
        fill(small, SlabClasses.PAGE / SlabClasses.DEFAULT.chunkSize(SlabClasses.DEFAULT.of(70)));
        fetch(small, "k000000");
        fetch(small, "k000000");

        small.makeRoom(70, NOW);

        assertThat(small.find(bytes("k000000"), 7, NOW)).isNotNull();
        assertThat(small.find(bytes("k000001"), 7, NOW)).isNull();
    }

    @Test
    void withoutEvictionsOnlyExpiredItemsMakeRoom() {
        Store small = store(MIB, false, false);
        fill(small, SlabClasses.PAGE / SlabClasses.DEFAULT.chunkSize(SlabClasses.DEFAULT.of(70)));
        assertThat(small.makeRoom(70, NOW)).isFalse();

        fetch(small, "k000000").exptime(NOW + 1);

        assertThat(small.makeRoom(70, NOW + 2)).isTrue();
        assertThat(counters.get(Counter.EVICTIONS)).isZero();
        assertThat(counters.get(Counter.RECLAIMED)).isOne();
    }

    @Test
    void clearForgetsItemsUniquesAndFlushes() {
        set("a", "1", 0);
        store.flush(NOW + 100, NOW);
        store.clear();
        set("b", "1", 0);
        Item item = find("b", NOW + 1000);
        assertThat(item).isNotNull();
        assertThat(item.cas()).isEqualTo(2);
        assertThat(store.size()).isOne();
    }

    @Test
    void aTableOfManyItemsFindsEachOfThem() {
        fill(store, 10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(find("k%06d".formatted(i), NOW)).isNotNull();
        }
        for (int i = 0; i < 10_000; i += 2) {
            assertThat(store.delete(bytes("k%06d".formatted(i)), NOW)).isTrue();
        }
        assertThat(store.size()).isEqualTo(5_000);
        assertThat(find("k000000", NOW)).isNull();
        assertThat(find("k009999", NOW)).isNotNull();
    }

    private Store store(long memoryLimit, boolean evictions, boolean flushByCas) {
        return new Store(
                new StoreRules(
                        MIB,
                        memoryLimit,
                        evictions,
                        true,
                        SlabClasses.DEFAULT,
                        LruSettings.DEFAULT,
                        !flushByCas,
                        flushByCas),
                counters);
    }

    private void set(String key, String value, long expiry) {
        set(key, value, expiry, NOW);
    }

    private void set(String key, String value, long expiry, long now) {
        put(store, item(key, value, expiry), now);
    }

    private static void put(Store store, Item item, long now) {
        store.link(item, store.newUnique(), now);
    }

    private static Item fetch(Store store, String key) {
        Item item = store.find(bytes(key), key.length(), NOW);
        store.bump(item, NOW);
        return item;
    }

    private Item find(String key, long now) {
        return store.find(bytes(key), key.length(), now);
    }

    /** Items of 66 bytes by memcached's accounting, which makes them items of the first class. */
    private static void fill(Store store, int items) {
        for (int i = 0; i < items; i++) {
            put(store, item("k%06d".formatted(i), "", 0), NOW);
        }
    }

    private static Item item(String key, String value, long expiry) {
        return new Item(bytes(key + value), key.length(), 0, expiry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
