package io.github.fakecached;

import io.github.fakecached.internal.store.LruSettings;
import io.github.fakecached.internal.store.SlabClasses;
import io.github.fakecached.internal.store.StoreRules;
import io.github.fakecached.internal.version.VersionTraits;

/**
 * How a fake uses the memory for items: the sizes of slabs, and the LRU queues. What it has no room for, and which item it evicts,
 * is decided by it as by memcached.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .memoryTuning(MemoryTuning.defaults().chunks(1.08, 48, 524_288).lruPercentages(30, 30))
 *         .start();
 * }</pre>
 *
 * <p>Immutable: each method returns another one.
 */
public final class MemoryTuning {

    private static final int PAGE = 1024 * 1024;
    private static final int MOST_PERCENT = 80;
    private static final int MOST_SIZES = 62;
    private static final int ALIGNMENT = 8;
    private static final long MOST_ITEMS = 0xFFFF_FFFFL;
    private static final MemoryTuning DEFAULTS = new MemoryTuning(SlabClasses.DEFAULT, LruSettings.DEFAULT);

    private final SlabClasses slabs;
    private final LruSettings lru;

    private MemoryTuning(SlabClasses slabs, LruSettings lru) {
        this.slabs = slabs;
        this.lru = lru;
    }

    /**
     * What a memcached has that is started without options.
     *
     * @return the defaults
     */
    public static MemoryTuning defaults() {
        return DEFAULTS;
    }

    /**
     * The sizes of chunks that items are kept in, as memcached's options {@code -f}, {@code -n} and {@code -o slab_chunk_max}.
     *
     * @param growthFactor how much larger each is than the one before; more than 1; 1.25 by default
     * @param smallest the bytes for key, value and flags that the smallest one has; 1 to 1048576; 48 by default
     * @param largest the size of the largest one in bytes; 1024 to 1048576; 524288 by default
     * @return the same but for this
     * @throws IllegalArgumentException if a number is out of range
     */
    public MemoryTuning chunks(double growthFactor, int smallest, int largest) {
        require(growthFactor > 1, "a growth factor is more than 1, not " + growthFactor);
        require(smallest >= 1 && smallest <= PAGE, "the smallest chunk has 1 to 1048576 bytes, not " + smallest);
        require(largest >= 1024 && largest <= PAGE, "the largest chunk is 1024 to 1048576 bytes, not " + largest);
        return new MemoryTuning(new SlabClasses(growthFactor, smallest, largest), lru);
    }

    /**
     * The sizes of chunks one by one, but for the largest, as memcached's option {@code -o slab_sizes}. To be called after
     * {@link #chunks}, which sets them all.
     *
     * @param bytes at most 62 numbers in ascending order, each more than 8 above the one before; no smaller than the bytes for key,
     *     value and flags of {@code chunks}, and no larger than its largest; rounded up to 8
     * @return the same but for this
     * @throws IllegalArgumentException if a number is out of range, or there are none or too many
     */
    public MemoryTuning chunkSizes(int... bytes) {
        require(bytes.length > 0, "no slab sizes: name at least one");
        require(bytes.length <= MOST_SIZES, "too many slab classes specified: at most " + MOST_SIZES);
        int last = 0;
        for (int size : bytes) {
            require(
                    size >= slabs.leastItemSpace() && size <= slabs.largestChunk(),
                    "slab size " + size + " is out of valid range: " + slabs.leastItemSpace() + " to "
                            + slabs.largestChunk());
            require(size > last, "slab size " + size + " cannot be lower than or equal to a previous class size");
            require(
                    size > last + ALIGNMENT,
                    "slab size " + size + " must be at least 8 bytes larger than previous class");
            last = size;
        }
        return new MemoryTuning(slabs.sized(bytes), lru);
    }

    /**
     * Whether items move between LRU queues in the background; false is memcached's option {@code -o no_lru_maintainer}, with
     * which there is one queue only.
     *
     * @param enabled true by default
     * @return the same but for this
     */
    public MemoryTuning lruMaintainer(boolean enabled) {
        return new MemoryTuning(slabs, lru.maintained(enabled));
    }

    /**
     * The shares of a slab class's memory for items newly stored (HOT) and for items often fetched (WARM), as memcached's options
     * {@code -o hot_lru_pct} and {@code warm_lru_pct}.
     *
     * @param hot in percent, at least 1; 20 by default
     * @param warm in percent, at least 1; 40 by default; no more than 80 together
     * @return the same but for this
     * @throws IllegalArgumentException if a number is out of range
     */
    public MemoryTuning lruPercentages(int hot, int warm) {
        require(hot >= 1 && warm >= 1, "shares of HOT and WARM are at least 1 %, not " + hot + " and " + warm);
        require(hot + warm <= MOST_PERCENT, "HOT and WARM have at most 80 % together, not " + (hot + warm));
        return new MemoryTuning(slabs, lru.tuned(hot, warm, lru.hotMaxFactor(), lru.warmMaxFactor()));
    }

    /**
     * How old items may become in HOT and WARM, compared with the oldest in COLD, as memcached's options
     * {@code -o hot_max_factor} and {@code warm_max_factor}.
     *
     * @param hot more than 0, 0.2 by default
     * @param warm more than 0, 2 by default
     * @return the same but for this
     * @throws IllegalArgumentException if a factor is not more than 0
     */
    public MemoryTuning lruMaxFactors(double hot, double warm) {
        require(hot > 0 && warm > 0, "factors are more than 0, not " + hot + " and " + warm);
        return new MemoryTuning(slabs, lru.tuned(lru.hotPercent(), lru.warmPercent(), hot, warm));
    }

    /**
     * Keeps items that do not live long in a queue of their own, from where they are not evicted, as memcached's option
     * {@code -o temporary_ttl}.
     *
     * @param seconds the longest time to live, in seconds on the fake's clock, of such items; negative, the default, for no such
     *     queue
     * @return the same but for this
     */
    public MemoryTuning temporaryTtl(int seconds) {
        return new MemoryTuning(slabs, lru.temporary(seconds));
    }

    /**
     * Whether there is an LRU crawler, which drops expired items by itself and when it is told to; false is memcached's option
     * {@code -o no_lru_crawler}.
     *
     * @param enabled true by default
     * @return the same but for this
     */
    public MemoryTuning lruCrawler(boolean enabled) {
        return new MemoryTuning(slabs, lru.crawler(lru.crawler().enabled(enabled)));
    }

    /**
     * At how many items of a queue the LRU crawler looks in one go, as memcached's option {@code -o lru_crawler_tocrawl}.
     *
     * @param items 0, the default, is for all
     * @return the same but for this
     * @throws IllegalArgumentException if the number is negative, or more than 4294967295
     */
    public MemoryTuning lruCrawlLimit(long items) {
        require(items >= 0 && items <= MOST_ITEMS, "an LRU crawler looks at 0 to 4294967295 items, not " + items);
        return new MemoryTuning(slabs, lru.crawler(lru.crawler().most(items)));
    }

    /** How a server of a version keeps items that is tuned so. */
    StoreRules rules(int itemSizeMax, long memoryLimit, boolean evictions, boolean cas, VersionTraits traits) {
        return new StoreRules(
                itemSizeMax, memoryLimit, evictions, cas, slabs, lru, traits.attemptsTakeCas(), traits.flushByCas());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
