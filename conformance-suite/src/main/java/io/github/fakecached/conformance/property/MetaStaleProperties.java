package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Items that are kept although they are out of date: how they become so, what they keep, what ends it. */
class MetaStaleProperties extends TextRules {

    @Property(tries = 20)
    @Checks("M-DELETE-09")
    void aStaleItemKeepsWhatItHas(@ForAll("values") String value, @ForAll("flags") long flags, TextClient client) {
        client.store("k", flags, 0, value);
        client.expect("HD", "md k I");
        client.expect("VA " + value.length() + " f" + flags + " t-1 X W\r\n" + value, "mg k v f t");
        client.store("k", 0, 1_000_000, "v");
        client.expect("HD", "md k I");
        client.expectOneOf(List.of("HD t1000000 X W", "HD t999999 X W"), "mg k t");
    }

    @Example
    @Checks("M-DELETE-10")
    void onlyTheItemThatIsMeantBecomesStale(TextClient client) {
        client.expect("NF", "md k I");
        client.expectNone("k");
        client.store("k", "v");
        var unique = client.unique("k");
        client.expect("EX", "md k I C" + unique + "0");
        client.expect("HD c" + unique, "mg k c");
        client.expect("HD", "md k I C" + unique);
        client.expect("HD X W", "mg k");
    }

    @Property(tries = 20)
    @Checks("M-DELETE-11")
    void aStaleItemMayBeGivenItsUnique(@ForAll("uniques") String unique, TextClient client) {
        client.store("k", "v");
        client.expect("HD", "md k I E" + unique);
        client.expect("HD c" + unique + " X W", "mg k c");
    }

    @Property(tries = 20)
    @Checks("M-DELETE-12")
    void anEmptiedItemMayBeGivenFlagsAndTime(
            @ForAll("flags") long flags, @ForAll @IntRange(min = 10, max = 2_592_000) int time, TextClient client) {
        client.store("k", 7, 5000, "v");
        client.expect("HD", "md k x F" + flags + " T" + time);
        var shown = "VA 0 f" + flags + " t";
        client.expectOneOf(List.of(shown + time + "\r\n", shown + (time - 1) + "\r\n"), "mg k v f t");
    }

    @Example
    @Checks("M-DELETE-13")
    void anEmptiedItemIsStaleOnlyWithI(TextClient client) {
        client.store("k", "v");
        client.expect("HD", "md k x");
        client.expect("HD s0", "mg k s");
        client.expect("HD", "md k x I");
        client.expect("HD s0 X W", "mg k s");
        client.expect("EX", "md k x C0");
    }

    @Example
    @Checks("M-DELETE-14")
    void quietMutesThatAnItemIsStaleNow(TextClient client) {
        client.store("k", "v");
        client.expect("", "md k I q");
        client.expect("HD X W", "mg k");
        client.expect("NF", "md missing I q");
    }

    @Example
    @Checks("M-DELETE-15")
    void storingEndsIt(TextClient client) {
        for (var mode : List.of("MS", "MR", "MA", "MP")) {
            client.store("k", "v");
            client.expect("HD", "md k I");
            client.expect("HD", "ms k 1 " + mode, "w");
            client.expect("HD", "mg k");
        }
    }

    @Example
    @Checks("M-DELETE-16")
    void countingAndTouchingDoNotEndIt(TextClient client) {
        for (var change : List.of("incr k 1", "decr k 1", "ma k", "touch k 1000", "gat 1000 k")) {
            client.store("k", "5");
            client.expect("HD", "md k I");
            client.ask(change);
            client.expect("HD X W", "mg k");
        }
    }

    @Example
    @Checks("M-STORE-20")
    void onlyALowerUniqueMakesStale(TextClient client) {
        client.store("k", "old");
        client.expect("HD", "ms k 1 I", "v");
        client.expect("HD c" + client.unique("k"), "mg k c");
        client.expect("HD", "ms k 1 I C" + client.unique("k"), "w");
        client.expect("VA 1\r\nw", "mg k v");
    }

    @Example
    @Checks("M-STORE-21")
    void aStaleItemStaysSoUnderALowerUnique(TextClient client) {
        client.store("k", "old");
        client.expect("HD", "ms k 1 I C1", "a");
        client.expect("VA 1 X W\r\na", "mg k v");
        client.expect("HD", "ms k 1 I C1", "b");
        client.expect("VA 1 Z X\r\nb", "mg k v");
    }

    @Example
    @Checks("M-STORE-28")
    void aLowerUniqueKeepsTheTime(TextClient client) {
        client.store("k", "old");
        client.expect("HD", "ms k 1 I C1 T1000 F9", "v");
        client.expect("VA 1 t-1 f9 X W\r\nv", "mg k v t f");
    }

    @Example
    @Checks("M-GET-11")
    void aStaleItemHasOneWinner(TextClient client) {
        client.store("k", "v");
        client.ask("md k I");
        client.expect("VA 1 X W\r\nv", "mg k v");
        client.expect("VA 1 Z X\r\nv", "mg k v");
        client.expect("HD Z X", "mg k q");
        client.store("k", "v");
        client.expect("HD", "mg k q");
    }

    @Example
    @Checks("M-STORE-09")
    void anOutdatedValueMayBeStoredAsStale(TextClient client) {
        client.store("k", "old");
        long unique = Long.parseLong(client.unique("k"));
        client.expect("EX", "ms k 1 I C" + (unique + 1), "1");
        client.expect("HD", "ms k 1 I C" + (unique - 1), "2");
        client.expect("VA 1 X W\r\n2", "mg k v");
        client.expect("HD", "ms k 1 I C" + client.unique("k"), "3");
        client.expect("VA 1\r\n3", "mg k v");
    }
}
