package io.github.fakecached.internal.store;

/**
 * How the LRU crawler works.
 *
 * @param enabled whether there is one
 * @param most at how many items of a queue it looks in one go; 0 is for all
 */
public record CrawlerSettings(boolean enabled, long most) {

    /** What memcached is started with. */
    public static final CrawlerSettings DEFAULT = new CrawlerSettings(true, 0);

    /** The same with a crawler, or without. */
    public CrawlerSettings enabled(boolean crawls) {
        return new CrawlerSettings(crawls, most);
    }

    /** The same looking at so many items. */
    public CrawlerSettings most(long items) {
        return new CrawlerSettings(enabled, items);
    }
}
