package io.github.fakecached.internal.store;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of one server and memcached's rules for keeping, changing and dropping them. Pure: no thread, no socket, no clock
 * of its own; {@code now} is in seconds of {@link ServerTime}.
 */
public final class Store {

    private final StoreRules rules;
    private final Counters counters;
    private ItemEvents events = ItemEvents.IGNORED;
    private ItemTable table = new ItemTable();
    private HeldItems held = new HeldItems();
    private CasSequence uniques;
    private FlushEpoch flushEpoch;
    private ItemSpace space;
    private LruCrawler crawler;
    private LruMaintainer lru;

    public Store(StoreRules rules, Counters counters) {
        this.rules = rules;
        this.counters = counters;
        this.uniques = new CasSequence(rules.attemptsTakeCas());
        this.flushEpoch = new FlushEpoch(rules.flushByCas());
        this.space = new ItemSpace(rules);
        this.crawler = new LruCrawler(this, space.queues(), rules, counters);
        this.lru = new LruMaintainer(this, space, crawler, rules, counters);
    }

    /** Has somebody told what happens to items from now on. */
    public void report(ItemEvents to) {
        events = to;
    }

    ItemEvents events() {
        return events;
    }

    /** Forgets everything, as if just made; takes the same time however many items there are. */
    public void clear() {
        table = new ItemTable();
        held = new HeldItems();
        uniques = new CasSequence(rules.attemptsTakeCas());
        flushEpoch = new FlushEpoch(rules.flushByCas());
        space = new ItemSpace(rules);
        crawler = new LruCrawler(this, space.queues(), rules, counters);
        lru = new LruMaintainer(this, space, crawler, rules, counters);
    }

    /** How the LRU queues are used. */
    public LruSettings lru() {
        return lru.settings();
    }

    /** Changes how the LRU queues are used. */
    public void lru(LruSettings settings) {
        lru.settings(settings);
    }

    /** The memory for items, in bytes. */
    public long memoryLimit() {
        return space.memory().limit();
    }

    /** Changes the memory for items. Those that are there stay, and make room for others where there is too little now. */
    public void limitMemory(long bytes) {
        space.memory().limit(bytes);
    }

    /** The pages of memory that any slab class may take. */
    public int sparePages() {
        return space.memory().pages(SlabMemory.POOL);
    }

    /** Moves a page of memory from a slab class to another; -1 is any that has one to spare, 0 are the spare pages. */
    public ReassignOutcome reassign(int source, int destination, long now) {
        ReassignOutcome outcome = space.memory().reassign(source, destination);
        if (outcome == ReassignOutcome.DONE) {
            counters.increment(Counter.SLABS_MOVED);
            for (Item item = space.nextOfOverfull(); item != null; item = space.nextOfOverfull()) {
                if (!isGone(item, now)) {
                    counters.increment(Counter.SLAB_REASSIGN_EVICTIONS_NOMEM);
                }
                unlink(item);
            }
        }
        return outcome;
    }

    /** Drops the expired and flushed items of some slab classes. */
    public void crawl(IntPredicate slabClasses, long now) {
        crawler.crawl(slabClasses, lru().crawler().most(), now);
    }

    /** The items of some slab classes, as the LRU crawler meets them. */
    public List<Item> list(IntPredicate slabClasses, long now) {
        return crawler.list(slabClasses, now);
    }

    /** Lets time pass: what memcached does in the background is done. */
    public void passTime(long now) {
        lru.passTime(now);
    }

    /** What of the memory is in use. */
    public MemoryUse memoryUse() {
        return new MemoryUse(table, space, rules);
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
            events.fetched(key, keyLength, ItemEvents.Fetch.NOT_FOUND, null);
        } else if (flushEpoch.covers(item, now)) {
            unlink(item);
            counters.increment(Counter.GET_FLUSHED);
            events.fetched(key, keyLength, ItemEvents.Fetch.FLUSHED, null);
            return null;
        } else if (isExpired(item, now)) {
            unlink(item);
            counters.increment(Counter.GET_EXPIRED);
            events.fetched(key, keyLength, ItemEvents.Fetch.EXPIRED, null);
            return null;
        } else {
            events.fetched(key, keyLength, ItemEvents.Fetch.FOUND, item);
        }
        return item;
    }

    /** Finds an item without leaving a mark, dropping or counting anything. */
    public @Nullable Item peek(byte[] key, long now) {
        Item item = table.find(key, key.length);
        return item == null || isGone(item, now) ? null : item;
    }

    /** Takes note of a fetch of an item that was found. */
    public void bump(Item item, long now) {
        lru.bump(item, now);
    }

    /** Takes note of an access to an item that is not a fetch. */
    void access(Item item, long now) {
        lru.access(item, now);
    }

    /** Deletes an item; false if there is none. */
    public boolean delete(byte[] key, long now) {
        Item item = find(key, key.length, now);
        if (item != null) {
            unlink(item);
        }
        return item != null;
    }

    /** A cas unique for an attempt to store, if attempts take one even if they fail; else 0. */
    public long reserveUnique() {
        return uniques.forAttempt();
    }

    /** The cas unique for an item: the one reserved for it or, if that is 0, the next. */
    long unique(long reserved) {
        return uniques.forStored(reserved);
    }

    /** The next cas unique. */
    public long newUnique() {
        return uniques.next();
    }

    /** Puts an item into the store whose key is not in it. */
    public void link(Item item, long unique, long now) {
        item.time(now);
        item.cas(rules.cas() ? unique : 0);
        table.add(item);
        space.add(item, lru.segmentFor(item, now));
        counters.increment(Counter.TOTAL_ITEMS);
    }

    public void replace(Item old, Item item, long unique, long now) {
        unlink(old);
        link(item, unique, now);
    }

    /** Takes an item out of the store. */
    public void unlink(Item item) {
        table.remove(item);
        space.remove(item);
        if (!isHeld(item)) {
            space.free(item);
        }
    }

    /** Has somebody else hold an item too: it is not rewritten, and its memory not freed, before it is released as often. */
    public void hold(Item item) {
        held.hold(item);
    }

    /** Ends what {@link #hold} began; false if nobody holds the item. */
    public boolean release(Item item) {
        boolean released = held.release(item);
        if (released && !isHeld(item) && table.find(item.keyAndValue(), item.keyLength()) != item) {
            space.free(item);
        }
        return released;
    }

    boolean isHeld(Item item) {
        return held.contains(item);
    }

    /** Gives an item in the store another value of the same length, and so another cas unique. */
    void rewrite(Item item, byte[] keyAndValue, long now) {
        item.replaceValue(keyAndValue);
        item.cas(rules.cas() ? uniques.next() : 0);
        access(item, now);
    }

    /** Makes room for an item of a size by dropping others of its slab class; false if that may not, or cannot, be done. */
    public boolean makeRoom(long size, long now) {
        return makeRoom(size, null, now);
    }

    /** The same, sparing an item that is to be replaced. */
    boolean makeRoom(long size, @Nullable Item spared, long now) {
        SlabClasses classes = rules.slabClasses();
        return lru.makeRoom(classes.of(size), classes.chunksFor(size), spared, now);
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
        lru.shift(seconds);
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

    /** Whether an item is to go when it is come across otherwise than by its key, which is a second later. */
    boolean isReclaimable(Item item, long now) {
        return isFlushed(item, now) || (item.exptime() != 0 && item.exptime() < now);
    }

    boolean isFlushed(Item item, long now) {
        return flushEpoch.covers(item, now);
    }

    private boolean isGone(Item item, long now) {
        return flushEpoch.covers(item, now) || isExpired(item, now);
    }

    private static boolean isExpired(Item item, long now) {
        return item.exptime() != 0 && item.exptime() <= now;
    }
}
