package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** mg with N, R and T: which items are made, for how long, and which clients win. */
class MetaWinnerProperties extends TextRules {

    @Property(tries = 20)
    @Checks("M-GET-22")
    void nDoesNothingToAnItem(@ForAll @IntRange(min = 1, max = 100_000) int time, TextClient client) {
        client.store("k", 7, 0, "value");
        client.expect("VA 5 f7 t-1\r\nvalue", "mg k v f t N" + time);
        client.expect("HD t-1", "mg k t");
    }

    @Property(tries = 20)
    @Checks("M-GET-23")
    void ofTwoTimesForAMadeItemTheLaterCounts(
            @ForAll @IntRange(min = 1000, max = 100_000) int time,
            @ForAll @IntRange(min = 200_000, max = 300_000) int other,
            TextClient client) {
        client.expect("HD t" + time + " W", "mg a N" + time + " t");
        client.expect("HD t" + other + " W", "mg b N" + time + " T" + other + " t");
        client.expect("HD t" + time + " W", "mg c T" + other + " N" + time + " t");
        client.expect("HD t-1 W", "mg d N0 t");
    }

    @Example
    @Checks("M-GET-24")
    void tMakesNoItem(TextClient client) {
        client.expect("EN", "mg k v T1000");
        client.expectNone("k");
    }

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
    @Checks("M-GET-27")
    void aMadeItemIsThereForAll(TextClient client) {
        client.expect("HD W", "mg k N1000");
        client.expectItem("k", 0, "");
        client.expect("NOT_STORED", "add k 0 0 1", "v");
        client.expect("NS", "ms k 1 ME", "v");
        client.expect("CLIENT_ERROR cannot increment or decrement non-numeric value", "ma k");
        client.expect("HD Z", "mg k q");
        client.expect("HD", "ms k 1 MA", "v");
        client.expect("VA 1\r\nv", "mg k v");
    }

    @Example
    @Checks("M-GET-28")
    void eDoesNothingToAnItem(TextClient client) {
        client.store("k", "v");
        client.expect("HD c" + client.unique("k"), "mg k c E77 N1000");
        client.expect("HD c" + client.unique("k"), "mg k c E77");
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
}
