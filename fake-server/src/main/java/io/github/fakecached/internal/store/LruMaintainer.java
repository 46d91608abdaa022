package io.github.fakecached.internal.store;

import static io.github.fakecached.internal.store.LruSegment.COLD;
import static io.github.fakecached.internal.store.LruSegment.HOT;
import static io.github.fakecached.internal.store.LruSegment.TEMP;
import static io.github.fakecached.internal.store.LruSegment.WARM;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When items move between LRU queues and out of the store (items.c): when they are accessed, when room is needed, and in the
 * background, which is whenever a second has passed.
 */
final class LruMaintainer {

    /** Bounds to what is done at once in one slab class; there are more seconds to come. */
    private static final int ROUNDS = 100;

    private static final int PULLS = 500;
    private static final int MOST_BUMPED = 1 << 16;
    private static final int PULLS_FOR_A_CHUNK = 10;
    private static final long FLAT_ACCESS_INTERVAL = 60;
    private static final LruTail.Limits NO_LIMITS = new LruTail.Limits(0, 0, 0, 0, false);

    private final LruQueues queues;
    private final SlabMemory memory;
    private final LruCrawler crawler;
    private final CrawlSchedule crawls;
    private final LruTail tail;
    private final StoreRules rules;
    private final SlabClasses classes;
    private final Counters counters;
    private final boolean evictions;
    private final List<Item> bumped = new ArrayList<>();
    private LruSettings settings;
    private long second;

    LruMaintainer(Store store, ItemSpace space, LruCrawler crawler, StoreRules rules, Counters counters) {
        this.queues = space.queues();
        this.memory = space.memory();
        this.crawler = crawler;
        this.crawls = new CrawlSchedule(store);
        this.tail = new LruTail(store, queues, counters);
        this.rules = rules;
        this.classes = rules.slabClasses();
        this.counters = counters;
        this.evictions = rules.evictions();
        this.settings = rules.lru();
    }

    LruSettings settings() {
        return settings;
    }

    void settings(LruSettings changed) {
        settings = changed;
    }

    /** The queue for an item that is stored now. */
    LruSegment segmentFor(Item item, long now) {
        boolean temporary =
                settings.hasTemporary() && item.exptime() >= now && item.exptime() - now <= settings.temporaryTtl();
        if (temporary) {
            return TEMP;
        }
        return settings.segmented() ? HOT : COLD;
    }

    /** Takes note of a fetch: the first one marks an item, the second makes it active and counts as an access. */
    void bump(Item item, long now) {
        if (!settings.segmented()) {
            item.markFetched();
            access(item, now);
        } else if (item.bump(now) && item.segment() == COLD) {
            bumpLater(item);
        }
    }

    /** An item of COLD that was made active moves to WARM in the background; if there are too many, this one does not. */
    private void bumpLater(Item item) {
        if (bumped.size() < MOST_BUMPED) {
            bumped.add(item);
        } else {
            item.deactivate();
            counters.increment(Counter.LRU_BUMPS_DROPPED);
        }
    }

    private void moveBumped() {
        for (Item item : bumped) {
            if (item.isActive() && item.segment() == COLD) {
                item.deactivate();
                counters.increment(Counter.MOVES_TO_WARM, rules.slabClass(item));
                queues.move(item, WARM);
            }
        }
        bumped.clear();
    }

    /** Takes note of an access. In a flat LRU it is one in a minute that counts. */
    void access(Item item, long now) {
        if (settings.segmented()) {
            item.time(now);
        } else if (item.time() < now - FLAT_ACCESS_INTERVAL) {
            item.time(now);
            queues.move(item, item.segment());
        }
    }

    /** Lets the second come in which there is a request, and does what was to be done since the one before. */
    void passTime(long now) {
        if (now != second) {
            long before = second;
            second = now;
            if (settings.maintained()) {
                moveBumped();
                maintain(before);
                maintain(now);
                if (settings.crawler().enabled()) {
                    crawls.pass(crawler, settings.crawler().most(), now);
                }
            }
        }
    }

    /** Moves all times on, because the epoch they count from has been moved back. */
    void shift(long seconds) {
        crawls.shift(seconds);
    }

    /** Moves items as memcached's maintainer thread does while nobody needs room. */
    private void maintain(long now) {
        for (int slabClass = 1; slabClass <= classes.count(); slabClass++) {
            int rounds = queues.count(slabClass) == 0 ? 0 : ROUNDS;
            while (rounds > 0 && juggle(slabClass, now)) {
                rounds--;
            }
        }
    }

    /** Makes room in a slab class; false if that may not, or cannot, be done. The spared item stays. */
    boolean makeRoom(int slabClass, int chunks, @Nullable Item spared, long now) {
        if (memory.hasRoom(slabClass, chunks)) {
            return true;
        }
        int pulls = pullUntilRoom(slabClass, chunks, spared, now);
        if (!memory.hasRoom(slabClass, chunks) && settings.maintained() && juggle(slabClass, now)) {
            pulls += pullUntilRoom(slabClass, chunks, spared, now);
        }
        counters.add(Counter.DIRECT_RECLAIMS, slabClass, pulls);
        if (memory.hasRoom(slabClass, chunks)) {
            return true;
        }
        counters.increment(Counter.OUTOFMEMORY, slabClass);
        return false;
    }

    private int pullUntilRoom(int slabClass, int chunks, @Nullable Item spared, long now) {
        int pulls = 0;
        while (pulls < chunks * PULLS_FOR_A_CHUNK && !memory.hasRoom(slabClass, chunks)) {
            pulls++;
            if (tail.pull(slabClass, COLD, NO_LIMITS, evictions, spared, now) == 0
                    && (!settings.segmented() || tail.pull(slabClass, HOT, NO_LIMITS, false, spared, now) == 0)) {
                return pulls;
            }
        }
        return pulls;
    }

    /** One round of moves in a slab class; false if nothing had to move. */
    private boolean juggle(int slabClass, long now) {
        boolean moved = false;
        while (settings.hasTemporary() && tail.pull(slabClass, TEMP, NO_LIMITS, false, null, now) > 0) {
            moved = true;
        }
        LruTail.Limits limits = settings.segmented() ? limits(slabClass, now) : NO_LIMITS;
        for (int pulls = 0; pulls < PULLS; pulls++) {
            boolean more = pull(slabClass, HOT, limits, now) || pull(slabClass, WARM, limits, now);
            if (settings.segmented() && pull(slabClass, COLD, limits, now)) {
                more = true;
            }
            if (!more) {
                return moved;
            }
            moved = true;
        }
        return moved;
    }

    private LruTail.Limits limits(int slabClass, long now) {
        long bytes = queues.of(slabClass, HOT).bytes()
                + queues.of(slabClass, WARM).bytes()
                + queues.of(slabClass, COLD).bytes();
        long coldAge = queues.of(slabClass, COLD).age(now);
        return new LruTail.Limits(
                bytes * settings.hotPercent() / 100,
                bytes * settings.warmPercent() / 100,
                (long) (coldAge * settings.hotMaxFactor()),
                (long) (coldAge * settings.warmMaxFactor()),
                true);
    }

    private boolean pull(int slabClass, LruSegment segment, LruTail.Limits limits, long now) {
        return tail.pull(slabClass, segment, limits, false, null, now) > 0;
    }
}
