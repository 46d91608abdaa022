package io.github.fakecached.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of the memory for items is in use, for whoever shows it. Changes nothing. */
public final class MemoryUse {

    private static final int SIZE_STEP = 32;

    private final ItemTable table;
    private final ItemSpace space;
    private final StoreRules rules;

    MemoryUse(ItemTable table, ItemSpace space, StoreRules rules) {
        this.table = table;
        this.space = space;
        this.rules = rules;
    }

    /** The slab classes there are, of which many may have no page. */
    public SlabClasses classes() {
        return rules.slabClasses();
    }

    /** The pages of a slab class. */
    public int pages(int slabClass) {
        return space.memory().pages(slabClass);
    }

    /** The chunks of a slab class that items take. */
    public int usedChunks(int slabClass) {
        return space.memory().usedChunks(slabClass);
    }

    /** The bytes of all pages, those counted that no class has. */
    public long allocated() {
        return space.memory().allocated();
    }

    /** How many items of a slab class there are. */
    public int count(int slabClass) {
        return space.queues().count(slabClass);
    }

    /** How many items one of a class's queues has. */
    public int count(int slabClass, LruSegment segment) {
        return space.queues().of(slabClass, segment).count();
    }

    /** For how many seconds the item at the end of a queue was not accessed. */
    public long age(int slabClass, LruSegment segment, long now) {
        return space.queues().of(slabClass, segment).age(now);
    }

    /** The bytes of a slab class's items. */
    public long bytes(int slabClass) {
        return space.queues().bytes(slabClass);
    }

    /** The items of a queue, from the one added last on; at most so many, or all if that is 0. */
    public List<Item> newest(int slabClass, LruSegment segment, long most) {
        List<Item> items = new ArrayList<>();
        Item item = slabClass == 0 || slabClass > rules.slabClasses().count()
                ? null
                : space.queues().of(slabClass, segment).newest();
        for (; item != null && (most == 0 || items.size() < most); item = item.older) {
            if (!item.hasBinaryKey()) {
                items.add(item);
            }
        }
        return items;
    }

    /** How many items there are of each size, rounded up to 32 bytes, among those whose cas unique is not less than one. */
    public SortedMap<Long, Long> sizes(long leastUnique) {
        SortedMap<Long, Long> sizes = new TreeMap<>();
        for (Item item : table.items()) {
            if (Long.compareUnsigned(item.cas(), leastUnique) >= 0) {
                sizes.merge((rules.sizeOf(item) + SIZE_STEP - 1) / SIZE_STEP * SIZE_STEP, 1L, Long::sum);
            }
        }
        return sizes;
    }
}
