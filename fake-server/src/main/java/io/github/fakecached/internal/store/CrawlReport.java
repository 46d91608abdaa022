package io.github.fakecached.internal.store;

/**
 * What a crawl of a queue that memcached began by itself has led to.
 *
 * @param slabClass the queue's slab class, as numbered by memcached, which may be one that there is not
 * @param segment the queue
 * @param lowMark how many items have to be about to expire for crawls to come sooner
 * @param nextReclaims how many are, within the hour at most
 * @param nextRun in how many seconds the next crawl is due
 * @param examined how many items were found that live
 * @param reclaimed how many items were dropped
 */
public record CrawlReport(
        int slabClass,
        LruSegment segment,
        long lowMark,
        long nextReclaims,
        long nextRun,
        long examined,
        long reclaimed) {}
