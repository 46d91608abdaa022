package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Values near the limit of the size of an item, and many of them in one reply. */
class LargeValueProperties extends TextRules {

    private static final int HALF = 512 * 1024;

    @Property(tries = 8)
    @Checks("T-STORE-12")
    void everyStoreHasTheSameLimit(@ForAll @IntRange(min = 1, max = 250) int keyLength, TextClient client) {
        var key = "k".repeat(keyLength);
        var largest = "v".repeat(LARGEST + 1 - keyLength);
        for (var command : List.of("add", "replace")) {
            client.expect(TOO_LARGE, command + " " + key + " 0 0 " + (largest.length() + 1), largest + "v");
            client.expect("STORED", command + " " + key + " 0 0 " + largest.length(), largest);
        }
        var unique = client.unique(key);
        client.expect(TOO_LARGE, "cas " + key + " 0 0 " + (largest.length() + 1) + " " + unique, largest + "v");
        client.expect("STORED", "cas " + key + " 0 0 " + largest.length() + " " + unique, largest);
        client.expectItem(key, 0, largest);
    }

    @Property(tries = 10)
    @Checks("T-STORE-14")
    void valuesAboveHalfTheLimitAreLikeOthers(@ForAll("largeSizes") int size, TextClient client) {
        var value = "0123456789abcdef".repeat(size / 16 + 1).substring(0, size);
        client.store("k", value);
        client.expectItem("k", 0, value);
        client.expect("STORED", "append k 0 0 3", "end");
        client.expect("STORED", "prepend k 0 0 5", "start");
        client.expectItem("k", 0, "start" + value + "end");
    }

    @Property(tries = 10)
    @Checks("T-APPEND-04")
    void theResultMayBeAsLargeAsAnyItem(@ForAll @IntRange(min = 1, max = 70_000) int added, TextClient client) {
        var value = "v".repeat(LARGEST - added);
        for (var command : List.of("append", "prepend")) {
            client.store("k", value);
            client.expect("NOT_STORED", command + " k 0 0 " + (added + 1), "v".repeat(added + 1));
            client.expect("STORED", command + " k 0 0 " + added, "v".repeat(added));
            client.expectItem("k", 0, "v".repeat(LARGEST));
        }
    }

    @Property(tries = 10)
    @Checks("T-GET-08")
    void largeValuesComeTogether(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 900_000) Integer> sizes, TextClient client) {
        var keys = new ArrayList<String>();
        var expected = new StringBuilder();
        for (int size : sizes) {
            var key = "k" + keys.size();
            var value = String.valueOf((char) ('a' + keys.size())).repeat(size);
            client.store(key, value);
            keys.add(key);
            expected.append("VALUE " + key + " 0 " + size + "\r\n" + value + "\r\n");
        }
        client.expect(expected + "END", "get " + String.join(" ", keys));
    }

    @Example
    @Checks("T-INCR-11")
    void aNumberInALargeValueIsNone(TextClient client) {
        var wide = "5" + " ".repeat(HALF - 1000);
        client.store("k", wide);
        client.expect("6", "incr k 1");
        client.expectItem("k", 0, "6" + wide.substring(1));
        client.store("k", "5" + " ".repeat(HALF));
        client.expect("CLIENT_ERROR cannot increment or decrement non-numeric value", "incr k 1");
    }

    /** Larger than the largest piece of memory that a server gives to an item at once. */
    @Provide
    Arbitrary<Integer> largeSizes() {
        return Arbitraries.oneOf(
                Arbitraries.of(HALF - 60, HALF - 57, HALF, HALF + 1, LARGEST - 20),
                Arbitraries.integers().between(HALF, LARGEST - 20));
    }
}
