package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** mg with R and T: which clients win, and how long an item lasts. */
class MetaWinnerProperties extends TextRules {

    @Property(tries = 20)
    @Checks("M-GET-25")
    void whoEndsAnItemStillSeesIt(@ForAll("values") String value, TextClient client) {
        client.store("k", 0, 1000, value);
        client.expect("VA " + value.length() + "\r\n" + value, "mg k v T-1");
        client.expect("EN", "mg k v");
        client.expectNone("k");
    }

    @Property
    @Checks("M-GET-26")
    void rIsOnlyForItemsWithLessTime(@ForAll @IntRange(min = 1000, max = 1_000_000) int time, TextClient client) {
        client.store("k", 0, time, "v");
        // Either the time is the whole one still, or it is less by a second and wins.
        client.expectOneOf(List.of("HD t" + time, "HD t" + (time - 1) + " W"), "mg k t R" + time);
    }

    @Example
    @Checks("M-GET-31")
    void anotherTimeDoesNotEndTheSearchForAWinner(TextClient client) {
        client.store("k", 0, 1000, "v");
        client.expect("HD W", "mg k R2000");
        client.expect("HD Z", "mg k T5000 R2000");
        client.expect("HD Z", "mg k R2000");
        client.expect("HD", "ms k 1 T1000", "v");
        client.expect("HD W", "mg k R2000");
    }

    @Property(tries = 20)
    @Checks("M-GET-07")
    void recachingHasOneWinner(@ForAll @IntRange(min = 1000, max = 100_000) int time, TextClient client) {
        client.store("k", 0, time, "v");
        client.expect("HD", "mg k R" + (time - 100));
        client.expect("HD W", "mg k R" + (time + 100));
        client.expect("HD Z", "mg k R" + (time + 100));
        client.expect("HD Z", "mg k q");
        client.store("k", "v");
        client.expect("HD", "mg k q");
    }

    @Example
    @Checks("M-GET-08")
    void nobodyWinsAnItemThatNeverExpires(TextClient client) {
        client.store("k", "v");
        client.expect("HD", "mg k R1000000");
    }
}
