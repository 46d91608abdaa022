package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** ms in the modes that put data to a value, and the flags that other modes do not look at. */
class MetaAppendProperties extends TextRules {

    @Property(tries = 30)
    @Checks("M-STORE-17")
    void theItemKeepsItsTimeAndFlags(@ForAll("flags") long flags, @ForAll("flags") long others, TextClient client) {
        for (var mode : List.of("MA", "MP")) {
            client.store("k", flags, 0, "v");
            client.expect("HD", "ms k 1 " + mode + " T1000 F" + others, "v");
            client.expect("VA 2 f" + flags + " t-1\r\nvv", "mg k v f t");
        }
    }

    @Property(tries = 20)
    @Checks("M-STORE-18")
    void aMadeItemLastsAsNSays(@ForAll @IntRange(min = 10, max = 2_592_000) int time, TextClient client) {
        for (var mode : List.of("MA", "MP")) {
            client.expect("HD", "ms " + mode + " 1 " + mode + " T5 N" + time, "v");
            client.expectOneOf(List.of("HD t" + time, "HD t" + (time - 1)), "mg " + mode + " t");
            client.expect("HD", "ms " + mode + " 1 " + mode + " N5", "w");
            client.expectOneOf(List.of("HD t" + time, "HD t" + (time - 1)), "mg " + mode + " t");
        }
    }

    @Example
    @Checks("M-STORE-19")
    void nMakesNothingInOtherModes(TextClient client) {
        client.expect("NS", "ms k 1 MR N1000", "v");
        client.expectNone("k");
        for (var mode : List.of("", " MS", " MR")) {
            client.expect("HD", "ms k 1 N1000" + mode, "v");
            client.expect("HD t-1", "mg k t");
        }
    }

    @Example
    @Checks("M-STORE-22")
    void addDoesNotLookAtC(TextClient client) {
        client.expect("HD", "ms k 1 ME C5", "v");
        client.expect("NS", "ms k 1 ME C" + client.unique("k"), "w");
        client.expectItem("k", 0, "v");
    }

    @Property(tries = 20)
    @Checks("M-STORE-07")
    void appendMayMakeTheItem(@ForAll("values") String value, @ForAll("flags") long flags, TextClient client) {
        for (var mode : List.of("MA", "MP")) {
            var line = "ms " + mode + " " + value.length() + " " + mode + " N0 F" + flags;
            if (client.version().makesItemsToAppendTo()) {
                client.expect("HD", line, value);
                client.expectItem(mode, flags, value);
                client.expect("HD", line.replaceFirst(" F.*", " F77"), value);
                client.expectItem(mode, flags, value + value);
            } else {
                client.expect("NS", line, value);
            }
        }
    }
}
