package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** mg with N: the items that it makes, and for whom. */
class MetaMadeItemProperties extends TextRules {

    @Property(tries = 20)
    @Checks({"M-GET-05", "M-GET-06"})
    void vivifyingHasOneWinnerUntilTheItemIsReplaced(
            @ForAll @IntRange(min = 100, max = 100_000) int time, TextClient client) {
        client.expect("VA 0 f0 s0 W\r\n", "mg k v f s N" + time);
        client.expect("VA 0 Z\r\n", "mg k v N" + time);
        client.expect("HD Z", "mg k q");
        client.store("k", "v");
        client.expect("VA 1\r\nv", "mg k v N" + time);
    }

    @Property(tries = 20)
    @Checks("M-GET-13")
    void aVivifiedItemMayBeGivenItsUnique(@ForAll("uniques") String unique, TextClient client) {
        if (client.version().takesChosenUniques()) {
            client.expect("HD W", "mg k N0 E" + unique);
            client.expect("HD c" + unique + " Z", "mg k c");
        } else {
            client.expect("CLIENT_ERROR invalid flag", "mg k N0 E" + unique);
            client.expectNone("k");
        }
    }

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
}
