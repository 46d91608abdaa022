package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import java.util.ArrayList;
import java.util.List;

/** Statistics in the making, in the order in which they are added. */
final class StatisticList {

    private final List<Reply.Statistic> statistics = new ArrayList<>(100);
    private String prefix = "";

    /** What the names of those added from now on begin with. */
    StatisticList prefix(String text) {
        prefix = text;
        return this;
    }

    StatisticList add(String name, Object value) {
        statistics.add(new Reply.Statistic(prefix + name, value.toString()));
        return this;
    }

    StatisticList count(Counters counters, Counter... names) {
        for (Counter counter : names) {
            add(counter.statName(), Long.toUnsignedString(counters.get(counter)));
        }
        return this;
    }

    /** Things that a fake does not have, and so never counts. */
    StatisticList zero(String... names) {
        for (String name : names) {
            add(name, 0);
        }
        return this;
    }

    List<Reply.Statistic> statistics() {
        return statistics;
    }
}
