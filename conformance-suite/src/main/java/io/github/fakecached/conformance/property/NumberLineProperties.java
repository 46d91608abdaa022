package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The words in the lines of incr, decr, touch, gat and delete. */
class NumberLineProperties extends TextRules {

    private static final String BAD_TIME = "CLIENT_ERROR invalid exptime argument";

    @Example
    @Checks("T-INCR-09")
    void aWordAfterTheDeltaIsIgnoredAndTwoAreSince1640(TextClient client) {
        client.store("k", "5");
        client.expect("6", "incr k 1 x");
        client.expect("5", "decr k 1 x");
        client.expect(client.hasNewParser() ? "6" : "ERROR", "incr k 1 x y");
        client.expect(client.hasNewParser() ? "5" : "ERROR", "decr k 1 x y");
        client.expectItem("k", 0, "5");
    }

    @Example
    @Checks("T-TOUCH-08")
    void aWordAfterTheTimeIsIgnoredAndTwoAreSince1640(TextClient client) {
        client.store("k", "5");
        client.expect("TOUCHED", "touch k 0 x");
        client.expect(client.hasNewParser() ? "TOUCHED" : "ERROR", "touch k 0 x y");
    }

    @Example
    @Checks("T-DELETE-06")
    void wordsAfterTheKeyThatIsDeletedAreIgnoredSince1640(TextClient client) {
        client.store("k", "5");
        if (client.hasNewParser()) {
            client.expect("DELETED", "delete k x y");
        } else {
            client.expect("ERROR", "delete k x y z");
            client.expect(FORMAT + ".  Usage: delete <key> [noreply]", "delete k x y");
            client.expectItem("k", 0, "5");
        }
    }

    @Property(tries = 20)
    @Checks("T-INCR-10")
    void aDeltaMayHaveLeadingZeros(@ForAll @IntRange(min = 1, max = 20) int digits, TextClient client) {
        client.store("k", "5");
        client.expect("6", "incr k " + "0".repeat(digits - 1) + "1");
        client.expect("5", "decr k " + "0".repeat(digits - 1) + "1");
    }

    @Property(tries = 10)
    @Checks("T-INCR-12")
    void aDeltaIsNoLongerThan22DigitsSince1640(@ForAll @IntRange(min = 23, max = 200) int digits, TextClient client) {
        client.store("k", "5");
        client.expect(
                client.hasNewParser() ? "CLIENT_ERROR invalid numeric delta argument" : "6",
                "incr k " + "0".repeat(digits - 1) + "1");
    }

    @Example
    @Checks("T-TOUCH-04")
    void gatNeedsAKeySince1640(TextClient client) {
        for (var line : List.of("gat 10", "gats 10", "gat 0")) {
            client.expect(client.hasNewParser() ? FORMAT : "END", line);
        }
    }

    @Example
    @Checks("T-TOUCH-05")
    void aPlusSignBeforeTheTimeIsRefusedSince1640(TextClient client) {
        client.store("k", "5");
        client.expect(client.hasNewParser() ? BAD_TIME : "TOUCHED", "touch k +10");
        client.expect(client.hasNewParser() ? BAD_TIME : "VALUE k 0 1\r\n5\r\nEND", "gat +10 k");
    }

    @Example
    @Checks("T-TOUCH-06")
    void aTimeBeyond32BitsIsRefusedSince1640(TextClient client) {
        client.store("k", "5");
        client.expect("TOUCHED", "touch k 2147483647");
        if (client.hasNewParser()) {
            for (var time : List.of("2147483648", "4294967296", "-2147483649")) {
                client.expect(BAD_TIME, "touch k " + time);
                client.expect(BAD_TIME, "gat " + time + " k");
            }
            client.expectItem("k", 0, "5");
        } else {
            client.expect("TOUCHED", "touch k 4294967296");
            client.expectItem("k", 0, "5");
            client.expect("TOUCHED", "touch k 2147483648");
            client.expectNone("k");
        }
    }

    @Example
    @Checks({"T-TOUCH-07", "T-INCR-14"})
    void whatCountsAsAFetch(TextClient client) {
        var hits = client.version().hasMetaCodes() ? "HD h" : "OK h";
        for (var fetch : List.of("get k", "gets k", "touch k 0", "gat 0 k", "gats 0 k")) {
            client.store("k", "5");
            client.ask(fetch);
            client.expect(hits + "1", "mg k h");
        }
        for (var other : List.of("incr k 1", "decr k 1", "add k 0 0 1\r\n1", "cas k 0 0 1 0\r\n1", "get other")) {
            client.store("k", "5");
            client.ask(other);
            client.expect(hits + "0", "mg k h");
        }
    }

    @Example
    @Checks("T-DELETE-04")
    void aZeroMayStandBeforeNoreply(TextClient client) {
        client.store("k", "5");
        client.expect("", "delete k 0 noreply");
        client.expectNone("k");
        client.expect("", "delete k 0 noreply");
    }

    @Example
    @Checks("T-DELETE-05")
    void noreplyAloneIsAKeyToDelete(TextClient client) {
        client.store("noreply", "v");
        client.expect(client.hasNewParser() ? "" : "DELETED", "delete noreply");
        client.expectNone("noreply");
    }
}
