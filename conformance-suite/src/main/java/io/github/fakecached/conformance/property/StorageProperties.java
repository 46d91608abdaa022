package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** set, add and replace: what is stored, and what is not. */
class StorageProperties extends TextRules {

    @Property
    @Checks("T-STORE-01")
    void whatIsStoredComesBack(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            TextClient client) {
        client.store(key, flags, 0, value);
        client.expectItem(key, flags, value);
    }

    @Property
    @Checks("T-STORE-02")
    void addNeedsNoItemAndReplaceNeedsOne(
            @ForAll("values") String first,
            @ForAll("values") String second,
            @ForAll("flags") long flags,
            TextClient client) {
        var arguments = "k " + flags + " 0 ";
        client.expect("NOT_STORED", "replace " + arguments + first.length(), first);
        client.expectNone("k");
        client.expect("STORED", "add " + arguments + first.length(), first);
        client.expect("NOT_STORED", "add k 7 0 " + second.length(), second);
        client.expectItem("k", flags, first);
        client.expect("STORED", "replace k 7 0 " + second.length(), second);
        client.expectItem("k", 7, second);
    }

    @Property
    @Checks("T-STORE-03")
    void flagsAreCutTo32Bits(@ForAll("allFlags") long flags, @ForAll @LongRange(max = 9) long more, TextClient client) {
        client.store("k", flags + (more << 32), 0, "v");
        client.expectItem("k", flags, "v");
    }

    @Property(tries = 8)
    @Checks("T-STORE-04")
    void theLargestItemFitsAndOneByteMoreDoesNot(
            @ForAll @IntRange(min = 1, max = 250) int keyLength, @ForAll boolean withFlags, TextClient client) {
        var key = "k".repeat(keyLength);
        int flags = withFlags ? 1 : 0;
        int largest = LARGEST + 1 - keyLength - (withFlags ? 4 : 0);
        client.expect(TOO_LARGE, "set " + key + " " + flags + " 0 " + (largest + 1), "v".repeat(largest + 1));
        client.store(key, flags, 0, "v".repeat(largest));
        client.expectItem(key, flags, "v".repeat(largest));
    }

    @Example
    @Checks("T-STORE-05")
    void onlyASetThatIsTooLargeRemovesTheItem(TextClient client) {
        var tooLarge = "v".repeat(LARGEST + 1);
        for (var command : new String[] {"add", "replace", "append", "prepend"}) {
            client.store("k", "old");
            client.expect(TOO_LARGE, command + " k 0 0 " + tooLarge.length(), tooLarge);
            client.expectItem("k", 0, "old");
        }
        client.expect(TOO_LARGE, "cas k 0 0 " + tooLarge.length() + " " + client.unique("k"), tooLarge);
        client.expectItem("k", 0, "old");
        client.expect(TOO_LARGE, "set k 0 0 " + tooLarge.length(), tooLarge);
        client.expectNone("k");
    }

    @Property(tries = 10)
    @Checks("T-STORE-06")
    void aStoreCutShortChangesNothing(@ForAll @IntRange(max = 19) int sent, TextClient client, Target target) {
        client.store("k", "old");
        try (var other = target.connect()) {
            other.send("set k 0 0 20\r\n" + "v".repeat(sent));
        }
        client.expectItem("k", 0, "old");
    }

    @Example
    @Checks("T-STORE-07")
    void wordsAfterTheLengthAreIgnoredUpToACount(TextClient client) {
        client.expect("STORED", "set k 0 0 1 x", "1");
        if (client.hasNewParser()) {
            client.expect("STORED", "set k 0 0 1 x y", "2");
            client.expectItem("k", 0, "2");
        } else {
            client.expect("ERROR\r\nERROR", "set k 0 0 1 x y", "2");
            client.expectItem("k", 0, "1");
        }
    }

    @Property
    @Checks("T-STORE-08")
    void nothingOfTheItemBeforeIsLeft(
            @ForAll("values") String first,
            @ForAll("values") String second,
            @ForAll("flags") long flags,
            @ForAll("flags") long otherFlags,
            TextClient client) {
        client.store("k", flags, 0, first);
        client.store("k", otherFlags, 0, second);
        client.expectItem("k", otherFlags, second);
    }
}
