package io.github.fakecached.cli;

import io.github.fakecached.MemoryTuning;
import java.util.Arrays;

/** How memory is to be used, by the options {@code -f}, {@code -n} and those of {@code -o} about slabs and LRU queues. */
final class MemoryOptions {

    private final GivenOptions given;
    private final ExtendedOptions extended;

    private MemoryOptions(GivenOptions given, ExtendedOptions extended) {
        this.given = given;
        this.extended = extended;
    }

    static MemoryTuning read(GivenOptions given, ExtendedOptions extended, int itemSize) {
        return new MemoryOptions(given, extended).tuning(itemSize);
    }

    private MemoryTuning tuning(int itemSize) {
        double growthFactor = given.last(MemcachedOption.GROWTH_FACTOR)
                .map(Double::parseDouble)
                .orElse(1.25);
        MemoryTuning tuning = MemoryTuning.defaults()
                .chunks(growthFactor, given.number(MemcachedOption.SLAB_MIN_SIZE, 48), (int)
                        ItemSize.chunkMax(extended, itemSize))
                .lruMaintainer(!extended.has(ExtendedOption.NO_LRU_MAINTAINER))
                .lruCrawler(!extended.has(ExtendedOption.NO_LRU_CRAWLER))
                .lruCrawlLimit(extended.text(ExtendedOption.LRU_CRAWLER_TOCRAWL)
                        .map(Long::valueOf)
                        .orElse(0L))
                .lruPercentages(
                        extended.number(ExtendedOption.HOT_LRU_PCT).orElse(20),
                        extended.number(ExtendedOption.WARM_LRU_PCT).orElse(40))
                .lruMaxFactors(factor(ExtendedOption.HOT_MAX_FACTOR, 0.2), factor(ExtendedOption.WARM_MAX_FACTOR, 2));
        tuning = extended.has(ExtendedOption.SLAB_SIZES) ? tuning.chunkSizes(slabSizes()) : tuning;
        int temporaryTtl = extended.number(ExtendedOption.TEMPORARY_TTL).orElse(-1);
        return temporaryTtl < 0 ? tuning : tuning.temporaryTtl(temporaryTtl);
    }

    /** memcached takes what is no number for 0, and refuses that. */
    private int[] slabSizes() {
        return Arrays.stream(extended.text(ExtendedOption.SLAB_SIZES).orElse("").split("-"))
                .filter(size -> !size.isEmpty())
                .mapToInt(size -> size.matches("\\d{1,9}") ? Integer.parseInt(size) : 0)
                .toArray();
    }

    private double factor(ExtendedOption option, double otherwise) {
        return extended.text(option).map(Double::parseDouble).orElse(otherwise);
    }
}
