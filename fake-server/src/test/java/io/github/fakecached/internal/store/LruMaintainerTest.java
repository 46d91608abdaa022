package io.github.fakecached.internal.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** memcached's segmented LRU, as an item goes through it. */
class LruMaintainerTest {

    private static final long NOW = 100;
    private static final int MIB = 1024 * 1024;
    private static final int VALUE = 100_000;
    private static final int SLAB_CLASS = 32;

    private final Counters counters = new Counters();
    private Store store = store(LruSettings.DEFAULT, true);

    @Test
    void anItemIsStoredInHotAndMovesToColdWithinASecond() {
        set("a", 0, NOW);
        assertThat(item("a").segment()).isEqualTo(LruSegment.HOT);
        store.passTime(NOW + 1);
        assertThat(item("a").segment()).isEqualTo(LruSegment.COLD);
        assertThat(counters.get(Counter.MOVES_TO_COLD, SLAB_CLASS)).isOne();
    }

    @Test
    void anItemFetchedTwiceInHotMovesToWarmAndStaysWhileThereIsRoomForIt() {
        set("a", 0, NOW);
        set("b", 0, NOW);
        set("c", 0, NOW);
        store.bump(item("b"), NOW);
        store.bump(item("b"), NOW);
        store.passTime(NOW + 1);
        assertThat(item("a").segment()).isEqualTo(LruSegment.COLD);
        assertThat(item("b").segment()).isEqualTo(LruSegment.WARM);
        assertThat(counters.get(Counter.MOVES_TO_WARM)).isOne();
    }

    @Test
    void anItemFetchedTwiceInColdMovesToWarmWithinASecond() {
        set("a", 0, NOW);
        set("b", 0, NOW);
        set("c", 0, NOW);
        store.passTime(NOW + 1);
        store.bump(item("a"), NOW + 1);
        store.bump(item("a"), NOW + 1);
        assertThat(item("a").segment()).isEqualTo(LruSegment.COLD);
        store.passTime(NOW + 2);
        assertThat(item("a").segment()).isEqualTo(LruSegment.WARM);
        assertThat(item("a").isActive()).isFalse();
        assertThat(counters.get(Counter.MOVES_TO_WARM, SLAB_CLASS)).isOne();
    }

    @Test
    void anItemThatWasDeletedBeforeItCouldMoveIsGone() {
        set("a", 0, NOW);
        store.passTime(NOW + 1);
        store.bump(item("a"), NOW + 1);
        store.bump(item("a"), NOW + 1);
        store.delete(bytes("a"), NOW + 1);
        store.passTime(NOW + 2);
        assertThat(store.size()).isZero();
        assertThat(counters.get(Counter.MOVES_TO_WARM)).isZero();
    }

    @Test
    void whatIsMoreThanTheShareOfWarmMovesToCold() {
        set("a", 0, NOW);
        store.bump(item("a"), NOW);
        store.bump(item("a"), NOW);
        store.passTime(NOW + 1);
        assertThat(item("a").segment()).isEqualTo(LruSegment.COLD);
        assertThat(counters.get(Counter.MOVES_TO_WARM)).isOne();
        assertThat(counters.get(Counter.MOVES_TO_COLD)).isOne();
    }

    @Test
    void anItemAtTheEndOfItsQueueIsReclaimedASecondAfterItExpired() {
        set("a", NOW + 5, NOW);
        store.passTime(NOW + 5);
        assertThat(store.size()).isOne();
        store.passTime(NOW + 6);
        assertThat(store.size()).isZero();
        assertThat(counters.get(Counter.RECLAIMED, SLAB_CLASS)).isOne();
        assertThat(counters.get(Counter.EXPIRED_UNFETCHED)).isOne();
    }

    @Test
    void evictionTakesTheEndOfColdAndCountsWhatItTook() {
        fill();
        store.passTime(NOW + 10);
        assertThat(makeRoom(NOW + 10)).isTrue();
        assertThat(find("k0")).isNull();
        assertThat(find("k1")).isNotNull();
        assertThat(counters.get(Counter.EVICTIONS, SLAB_CLASS)).isOne();
        assertThat(counters.get(Counter.EVICTED_UNFETCHED, SLAB_CLASS)).isOne();
        assertThat(counters.get(Counter.EVICTED_TIME, SLAB_CLASS)).isEqualTo(10);
        assertThat(counters.get(Counter.DIRECT_RECLAIMS, SLAB_CLASS)).isOne();
    }

    @Test
    void warmItemsAreEvictedOnlyWhenTheyHaveCooled() {
        fill();
        store.bump(item("k0"), NOW);
        store.bump(item("k0"), NOW);
        assertThat(makeRoom(NOW)).isTrue();
        assertThat(item("k0").segment()).isEqualTo(LruSegment.WARM);
        assertThat(find("k1")).isNull();
    }

    @Test
    void whenAllItemsAreActiveSomeHaveToGoAllTheSame() {
        fill();
        for (int i = 0; i < store.size(); i++) {
            store.bump(item("k" + i), NOW);
            store.bump(item("k" + i), NOW);
        }
        assertThat(makeRoom(NOW)).isTrue();
    }

    @Test
    void inAFlatLruTheItemAccessedLeastRecentlyIsEvicted() {
        store = store(LruSettings.DEFAULT.segmented(false), true);
        fill();
        assertThat(item("k0").segment()).isEqualTo(LruSegment.COLD);
        store.bump(item("k0"), NOW + 61);
        assertThat(makeRoom(NOW + 61)).isTrue();
        assertThat(find("k0")).isNotNull();
        assertThat(find("k1")).isNull();
    }

    @Test
    void inAFlatLruASecondFetchWithinAMinuteChangesNothing() {
        store = store(LruSettings.DEFAULT.segmented(false), true);
        fill();
        store.bump(item("k0"), NOW + 60);
        assertThat(makeRoom(NOW + 60)).isTrue();
        assertThat(find("k0")).isNull();
    }

    @Test
    void anItemThatDoesNotLiveLongGoesToTempAndIsNeverEvicted() {
        store = store(LruSettings.DEFAULT.temporary(30), true);
        set("short", NOW + 30, NOW);
        set("long", NOW + 31, NOW);
        assertThat(item("short").segment()).isEqualTo(LruSegment.TEMP);
        assertThat(item("long").segment()).isEqualTo(LruSegment.HOT);
        fill();
        makeRoom(NOW);
        assertThat(find("short")).isNotNull();
        store.passTime(NOW + 31);
        assertThat(find("short")).isNull();
    }

    @Test
    void withoutAMaintainerItemsStayWhereTheyAreUntilRoomIsNeeded() {
        store = store(new LruSettings(false, true, 20, 40, 0.2, 2, false, 61, CrawlerSettings.DEFAULT), true);
        fill();
        store.passTime(NOW + 1);
        assertThat(item("k0").segment()).isEqualTo(LruSegment.HOT);
        assertThat(makeRoom(NOW + 1)).isTrue();
        assertThat(find("k0")).isNull();
    }

    @Test
    void aStoreWithoutEvictionsCountsWhatItHadNoMemoryFor() {
        store = store(LruSettings.DEFAULT, false);
        fill();
        assertThat(makeRoom(NOW)).isFalse();
        assertThat(counters.get(Counter.OUTOFMEMORY, SLAB_CLASS)).isPositive();
        assertThat(counters.get(Counter.EVICTIONS)).isZero();
    }

    /** Fills the one page that the class gets. */
    private void fill() {
        int chunks = SlabClasses.DEFAULT.chunksPerPage(SLAB_CLASS) - store.size();
        for (int i = 0; i < chunks; i++) {
            set("k" + i, 0, NOW);
        }
    }

    private boolean makeRoom(long now) {
        return store.makeRoom(VALUE, now);
    }

    private void set(String key, long expiry, long now) {
        byte[] keyAndValue = Arrays.copyOf(bytes(key), key.length() + VALUE);
        store.link(new Item(keyAndValue, key.length(), 0, expiry), store.newUnique(), now);
    }

    private @Nullable Item find(String key) {
        return store.peek(bytes(key), NOW);
    }

    private Item item(String key) {
        return Objects.requireNonNull(find(key), key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private Store store(LruSettings lru, boolean evictions) {
        Store made =
                new Store(new StoreRules(MIB, MIB, evictions, true, SlabClasses.DEFAULT, lru, true, false), counters);
        made.passTime(NOW);
        return made;
    }
}
