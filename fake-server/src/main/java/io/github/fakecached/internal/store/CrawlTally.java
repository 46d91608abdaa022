package io.github.fakecached.internal.store;

/** What one crawl has found in one queue: how many items it dropped, and in how many minutes the others will expire. */
final class CrawlTally {

    private static final int MINUTES = 60;
    private static final long MINUTE = 60;
    /** Those that live on for an hour are not told from one another. */
    private static final long SOON = MINUTES * MINUTE - 1;

    private static final int[] NONE = {};

    /** Of a queue without items. */
    static final CrawlTally NOTHING = new CrawlTally();

    private long reclaimed;
    private long examined;
    private long immortal;
    private int[] expiring = NONE;

    void dropped() {
        reclaimed++;
    }

    void passed(Item item, long now) {
        examined++;
        if (item.exptime() == 0) {
            immortal++;
        } else if (item.exptime() - now <= SOON) {
            if (expiring == NONE) {
                expiring = new int[MINUTES];
            }
            expiring[(int) ((item.exptime() - now) / MINUTE)]++;
        }
    }

    long reclaimed() {
        return reclaimed;
    }

    long examined() {
        return examined;
    }

    /** How many items were found that will expire sooner or later. */
    long mortal() {
        return examined - immortal;
    }

    /** For how many minutes, from 1 on, it may be told how many items will expire within them. */
    int minutes() {
        return expiring.length;
    }

    /** How many items will expire in one of the minutes, 0 being the one that has begun. */
    int expiringIn(int minute) {
        return expiring[minute];
    }
}
