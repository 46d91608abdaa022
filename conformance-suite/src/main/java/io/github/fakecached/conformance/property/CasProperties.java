package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** cas and the uniques it compares. */
class CasProperties extends TextRules {

    @Property
    @Checks("T-CAS-01")
    void storesOnlyOverTheItemThatWasSeen(
            @ForAll("values") String value,
            @ForAll("numbers") BigInteger other,
            @ForAll("flags") long flags,
            TextClient client) {
        var arguments = "k " + flags + " 0 " + value.length() + " ";
        client.expect("NOT_FOUND", "cas " + arguments + "1", value);
        client.store("k", "old");
        var unique = client.unique("k");
        if (!other.toString().equals(unique)) {
            client.expect("EXISTS", "cas " + arguments + other, value);
            client.expectItem("k", 0, "old");
        }
        client.expect("STORED", "cas " + arguments + unique, value);
        client.expectItem("k", flags, value);
        client.expect("EXISTS", "cas " + arguments + unique, value);
    }

    @Example
    @Checks("T-CAS-02")
    void everyChangeGivesALargerUnique(TextClient client) {
        client.store("k", 3, 0, "10");
        var last = new BigInteger(client.unique("k"));
        for (var change : List.of(
                "set k 3 0 2\r\n10",
                "replace k 3 0 2\r\n10",
                "append k 0 0 1\r\n0",
                "prepend k 0 0 1\r\n1",
                "incr k 1",
                "decr k 1",
                "incr k 0")) {
            client.ask(change);
            var next = new BigInteger(client.unique("k"));
            if (next.compareTo(last) <= 0) {
                throw new AssertionError("the unique went from " + last + " to " + next + " on " + change);
            }
            last = next;
        }
        for (var noChange : List.of("touch k 0", "gat 0 k", "gats 0 k", "get k", "incr k x", "add k 0 0 1\r\n1")) {
            client.ask(noChange);
            if (!client.unique("k").equals(last.toString())) {
                throw new AssertionError("the unique changed on " + noChange);
            }
        }
        client.expectItem("k", 3, "1100");
    }

    @Example
    @Checks("T-CAS-03")
    void zeroMatchesNothing(TextClient client) {
        client.store("k", "old");
        client.expect("EXISTS", "cas k 0 0 1 0", "v");
        client.expectItem("k", 0, "old");
    }

    @Property(tries = 20)
    @Checks("T-CAS-04")
    void everyBitOfTheUniqueCounts(@ForAll @IntRange(max = 63) int bit, TextClient client) {
        client.store("k", "old");
        var almost = new BigInteger(client.unique("k")).flipBit(bit);
        client.expect("EXISTS", "cas k 0 0 1 " + almost, "v");
    }

    @Example
    @Checks("T-CAS-05")
    void storesThatFailUseUpAUniqueSince1627(TextClient client) {
        client.store("k", "v");
        var before = new BigInteger(client.unique("k"));
        client.expect("NOT_STORED", "add k 0 0 1", "v");
        client.expect("EXISTS", "cas k 0 0 1 0", "v");
        client.expect("NOT_STORED", "replace missing 0 0 1", "v");
        client.store("k", "v");
        long used = new BigInteger(client.unique("k")).subtract(before).longValueExact();
        long expected = client.version().countsUniquesOfFailedStores() ? 4 : 1;
        if (used != expected) {
            throw new AssertionError("expected " + expected + " uniques to be used up, not " + used);
        }
    }

    @Property(tries = 30)
    @Checks("T-CAS-09")
    void uniquesCountForAllItems(@ForAll("keys") String key, @ForAll("keys") String other, TextClient client) {
        client.store(key, "v");
        var first = client.unique(key);
        client.store(other, "v");
        if (new BigInteger(client.unique(other)).compareTo(new BigInteger(first)) <= 0) {
            throw new AssertionError("the item that was stored later has no larger unique");
        }
    }

    @Property(tries = 30)
    @Checks("T-CAS-08")
    void noUniqueIsGivenTwice(@ForAll("keys") String key, TextClient client) {
        client.store(key, "v");
        var first = client.unique(key);
        client.expect("DELETED", "delete " + key);
        client.expect("NOT_FOUND", "cas " + key + " 0 0 1 " + first, "x");
        client.store(key, "v");
        client.expect("EXISTS", "cas " + key + " 0 0 1 " + first, "x");
        client.ask("flush_all");
        client.store(key, "v");
        client.expect("EXISTS", "cas " + key + " 0 0 1 " + first, "x");
    }
}
