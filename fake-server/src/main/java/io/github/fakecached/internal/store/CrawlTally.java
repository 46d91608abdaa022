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

    /** More items than these have to be about to expire for crawls to come sooner: a hundredth of those that ever will. */
    long lowMark() {
        return (examined - immortal) / 100 + 1;
    }

    /** How many items are about to expire: those up to the {@link #minuteBeyondLowMark()}, else those within the hour. */
    long expiring() {
        long sum = 0;
        int end = Math.min(minuteBeyondLowMark() + 1, expiring.length);
        for (int minute = 0; minute < end; minute++) {
            sum += expiring[minute];
        }
        return sum;
    }

    /** The minute, 0 being the one that has begun, with which more items expire than the low mark is; 60 if they do not within the hour. */
    int minuteBeyondLowMark() {
        long sum = 0;
        for (int minute = 0; minute < expiring.length; minute++) {
            sum += expiring[minute];
            if (sum > lowMark()) {
                return minute;
            }
        }
        return MINUTES;
    }
}
