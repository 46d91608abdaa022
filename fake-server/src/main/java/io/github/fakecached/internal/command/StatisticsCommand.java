package io.github.fakecached.internal.command;

import org.jspecify.annotations.Nullable;

/** Requests for statistics that need more than the name of a kind. */
public sealed interface StatisticsCommand extends Command {

    /** Keep statistics for prefixes of keys, or end that. */
    record SwitchDetail(boolean on) implements StatisticsCommand {}

    /** Give the statistics for prefixes of keys. */
    record DumpDetail() implements StatisticsCommand {}

    /** Something else with those; not even that is answered where it is not allowed. */
    record BadDetail() implements StatisticsCommand {}

    /**
     * List items of a slab class.
     *
     * @param error what is wrong with the line; null for nothing
     * @param most how many items at most; 0 for all
     */
    record ListItems(@Nullable CommandError error, int slabClass, long most) implements StatisticsCommand {}
}
