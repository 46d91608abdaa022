package io.github.fakecached.internal.command;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Requests that concern the memory for items: its limit, slabs, LRU queues, the LRU crawler. Known to text only. */
public sealed interface MemoryCommand extends Command {

    /** Have another limit. */
    record Limit(long megabytes, boolean noreply) implements MemoryCommand {}

    /** Give the HOT and WARM queues other shares and ages. */
    record TuneLru(int hotPercent, int warmPercent, double hotMaxFactor, double warmMaxFactor, boolean noreply)
            implements MemoryCommand {}

    /** Use several LRU queues, or one. */
    record SegmentLru(boolean segmented, boolean noreply) implements MemoryCommand {}

    /** Keep items that live no longer than this in a queue of their own; a negative number ends that. */
    record TemporaryTtl(int seconds, boolean noreply) implements MemoryCommand {}

    /** Start the LRU crawler, or stop it. */
    record SwitchCrawler(boolean on, boolean noreply) implements MemoryCommand {}

    /** Have the LRU crawler look at so many items of a queue in one go; 0 is for all. */
    record LimitCrawls(long most, boolean noreply) implements MemoryCommand {}

    /**
     * Have the LRU crawler drop what is expired.
     *
     * @param items where; null if the slab classes could not be read
     */
    record Crawl(@Nullable ItemSelection items, boolean noreply) implements MemoryCommand {}

    /**
     * List items.
     *
     * @param asMetaGet whether as commands that get them, instead of what is known of them
     * @param items which; null if the slab classes could not be read
     * @param behindUnsentReplies whether replies to commands before it in the same packet are not sent yet
     */
    record Dump(boolean asMetaGet, @Nullable ItemSelection items, boolean behindUnsentReplies, boolean noreply)
            implements MemoryCommand, Unpipelined {

        @Override
        public Dump pipelined() {
            return new Dump(asMetaGet, items, true, noreply);
        }
    }

    /** Move a page from one slab class to another; empty is a class that could not be read. */
    record Reassign(OptionalLong source, OptionalLong destination, boolean noreply) implements MemoryCommand {}

    /** Do nothing. */
    record Ignored(boolean noreply) implements MemoryCommand {}

    /** Change a setting that a fake only shows. */
    record Change(ShownSetting setting, String value, boolean noreply) implements MemoryCommand {}
}
