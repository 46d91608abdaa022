package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** ms: what its flags give an item, and how long its data are. */
class MetaStoreFlagProperties extends TextRules {

    @Property(tries = 20)
    @Checks("M-STORE-13")
    void withoutAModeTheItemIsSet(@ForAll("values") String value, TextClient client) {
        client.expect("HD", "ms k " + value.length(), value);
        client.expectItem("k", 0, value);
        client.expect("HD", "ms k 3 F5", "new");
        client.expectItem("k", 5, "new");
    }

    @Property(tries = 30)
    @Checks("M-STORE-14")
    void theTimeIsThatOfThisStore(@ForAll @IntRange(min = 10, max = 2_592_000) int time, TextClient client) {
        client.expect("HD", "ms k 1 T" + time, "v");
        client.expectOneOf(List.of("HD t" + time, "HD t" + (time - 1)), "mg k t");
        client.expect("HD", "ms k 1", "v");
        client.expect("HD t-1", "mg k t");
    }

    @Property(tries = 20)
    @Checks("M-STORE-15")
    void whatHasEndedIsStoredAllTheSame(@ForAll @IntRange(min = 1, max = 100_000) int time, TextClient client) {
        client.store("k", "old");
        client.expect("HD", "ms k 1 T-" + time, "v");
        client.expectNone("k");
    }

    @Property(tries = 30)
    @Checks("M-STORE-16")
    void sIsTheLengthOfWhatIsThereNow(
            @ForAll("values") String first, @ForAll("values") String second, TextClient client) {
        client.expect("HD s" + first.length(), "ms k " + first.length() + " s", first);
        int both = first.length() + second.length();
        client.expect("HD s" + both, "ms k " + second.length() + " MA s", second);
        client.expect("NS s" + second.length(), "ms k " + second.length() + " ME s", second);
        client.expect("EX s" + second.length(), "ms k " + second.length() + " C0 s", second);
        client.expect("NF s" + second.length(), "ms missing " + second.length() + " C1 s", second);
    }

    @Property(tries = 20)
    @Checks("M-STORE-25")
    void flagsAreANumber(@ForAll("flags") long flags, TextClient client) {
        client.expect("HD", "ms k 1 F" + flags, "v");
        client.expectItem("k", flags, "v");
        for (var bad : List.of("F", "Fx", "F1x", "F-1")) {
            client.expect(FORMAT, "ms k 1 " + bad, "w");
        }
        client.expectItem("k", flags, "v");
    }

    @Example
    @Checks("M-STORE-26")
    void flagsOfMoreThan32Bits(TextClient client) {
        client.store("k", 9, 0, "v");
        if (client.version().hasStrictMetaNumbers()) {
            client.expect(FORMAT, "ms k 1 F4294967301", "w");
            client.expectItem("k", 9, "v");
        } else {
            client.expect("HD", "ms k 1 F4294967301", "w");
            client.expectItem("k", 5, "w");
        }
    }

    @Example
    @Checks("M-STORE-23")
    void theLargestItemIsThatOfText(TextClient client) {
        client.expect("HD", "ms k " + LARGEST + " T1000", "v".repeat(LARGEST));
        // Flags take four bytes more.
        client.expect(TOO_LARGE, "ms k " + (LARGEST - 3) + " F1", "v".repeat(LARGEST - 3));
        client.expect("HD", "ms k " + (LARGEST - 4) + " F1", "v".repeat(LARGEST - 4));
        client.expect(TOO_LARGE, "ms kk " + LARGEST, "v".repeat(LARGEST));
    }

    @Example
    @Checks("M-STORE-24")
    void aLengthIsANumber(TextClient client) {
        for (var length : List.of("x", "1x", "-1", "2147483646", "2147483647", "2147483648")) {
            client.expect(FORMAT, "ms k " + length);
        }
        client.expect("HD", "ms k 01", "v");
    }

    @Property(tries = 20)
    @Checks("M-STORE-27")
    void whatBreaksOffChangesNothing(@ForAll @IntRange(max = 12) int sent, TextClient client, Target target) {
        client.store("k", "old");
        try (var other = target.connect()) {
            other.send("ms k 10\r\n" + "0123456789\r\n".substring(0, Math.min(sent, 11)));
        }
        client.expectItem("k", 0, "old");
    }
}
