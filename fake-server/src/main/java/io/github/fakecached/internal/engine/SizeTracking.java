package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Store;

/**
 * Which items {@code stats sizes} counts: none, or all that were stored since it was told to count, which takes a cas unique
 * before 1.6.25.
 */
final class SizeTracking {

    private final ServerSettings settings;
    private final Store store;
    private boolean tracking;
    private long leastUnique;

    SizeTracking(ServerSettings settings, Store store) {
        this.settings = settings;
        this.store = store;
        reset();
    }

    /** Begins as the server was started. */
    void reset() {
        tracking = false;
        leastUnique = 0;
        if (settings.statistics().sizesTracked()) {
            begin();
        }
    }

    boolean isTracking() {
        return tracking;
    }

    /** Counts from now on. */
    Reply enable() {
        StatisticList list = new StatisticList();
        if (settings.memory().cas()) {
            if (!tracking) {
                begin();
            }
            list.add("sizes_status", "enabled");
        } else {
            list.add("sizes_status", "error").add("sizes_error", "cas_support_disabled");
        }
        return new Reply.Statistics(list.statistics(), false);
    }

    Reply disable() {
        tracking = false;
        return new Reply.Statistics(
                new StatisticList().add("sizes_status", "disabled").statistics(), false);
    }

    Reply report() {
        StatisticList list = new StatisticList();
        if (tracking) {
            store.memoryUse().sizes(leastUnique).forEach((size, count) -> list.add(size.toString(), count));
        } else {
            list.add("sizes_status", "disabled");
        }
        return new Reply.Statistics(list.statistics());
    }

    private void begin() {
        tracking = true;
        leastUnique =
                settings.traits().sizesTrackedByUnique() && settings.memory().cas() ? store.newUnique() : 0;
    }
}
