package io.github.fakecached.internal.store;

/**
 * How the LRU queues are used.
 *
 * @param maintained whether items move between queues in the background
 * @param segmented whether there are several queues for each slab class
 * @param hotPercent the share of a class's memory that its HOT queue may have
 * @param warmPercent the same of its WARM queue
 * @param hotMaxFactor the age of the HOT queue's tail, as a part of the COLD queue's, from which on it is moved
 * @param warmMaxFactor the same of the WARM queue
 * @param hasTemporary whether there is a queue for items that are not to live long
 * @param temporaryTtl the seconds up to which an item's life is not long
 * @param crawler how the LRU crawler works
 */
public record LruSettings(
        boolean maintained,
        boolean segmented,
        int hotPercent,
        int warmPercent,
        double hotMaxFactor,
        double warmMaxFactor,
        boolean hasTemporary,
        int temporaryTtl,
        CrawlerSettings crawler) {

    /** What memcached is started with. */
    public static final LruSettings DEFAULT =
            new LruSettings(true, true, 20, 40, 0.2, 2, false, 61, CrawlerSettings.DEFAULT);

    /** The same with moves in the background, or without; without them there is one queue only. */
    public LruSettings maintained(boolean enabled) {
        return new LruSettings(
                enabled,
                enabled,
                hotPercent,
                warmPercent,
                hotMaxFactor,
                warmMaxFactor,
                hasTemporary,
                temporaryTtl,
                crawler);
    }

    /** The same with other shares and ages. */
    public LruSettings tuned(int hot, int warm, double hotFactor, double warmFactor) {
        return new LruSettings(
                maintained, segmented, hot, warm, hotFactor, warmFactor, hasTemporary, temporaryTtl, crawler);
    }

    /** The same with several queues, or one. */
    public LruSettings segmented(boolean several) {
        return new LruSettings(
                maintained,
                several,
                hotPercent,
                warmPercent,
                hotMaxFactor,
                warmMaxFactor,
                hasTemporary,
                temporaryTtl,
                crawler);
    }

    /** The same with a queue for items that live no longer than some seconds; without it if they are negative. */
    public LruSettings temporary(int seconds) {
        return new LruSettings(
                maintained,
                segmented,
                hotPercent,
                warmPercent,
                hotMaxFactor,
                warmMaxFactor,
                seconds >= 0,
                seconds >= 0 ? seconds : temporaryTtl,
                crawler);
    }

    /** The same with another crawler. */
    public LruSettings crawler(CrawlerSettings changed) {
        return new LruSettings(
                maintained,
                segmented,
                hotPercent,
                warmPercent,
                hotMaxFactor,
                warmMaxFactor,
                hasTemporary,
                temporaryTtl,
                changed);
    }
}
