package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** incr and decr. */
class ArithmeticProperties extends TextRules {

    private static final String NO_NUMBER = "CLIENT_ERROR cannot increment or decrement non-numeric value";
    private static final String BAD_DELTA = "CLIENT_ERROR invalid numeric delta argument";

    @Property
    @Checks("T-INCR-01")
    void incrWrapsAt64Bits(
            @ForAll("numbers") BigInteger start, @ForAll("numbers") BigInteger delta, TextClient client) {
        storeNumber(client, start);
        client.expect(start.add(delta).and(MAX).toString(), "incr k " + delta);
    }

    @Property
    @Checks("T-INCR-02")
    void decrStopsAtZero(@ForAll("numbers") BigInteger start, @ForAll("numbers") BigInteger delta, TextClient client) {
        storeNumber(client, start);
        client.expect(start.subtract(delta).max(BigInteger.ZERO).toString(), "decr k " + delta);
    }

    @Property
    @Checks("T-INCR-03")
    void aMissingKeyStaysMissing(@ForAll("keys") String key, @ForAll("numbers") BigInteger delta, TextClient client) {
        client.expect("NOT_FOUND", "incr " + key + " " + delta);
        client.expect("NOT_FOUND", "decr " + key + " " + delta);
        client.expectNone(key);
    }

    @Property
    @Checks("T-INCR-04")
    void theValueNeverGetsShorter(
            @ForAll("smallNumbers") String start, @ForAll("smallNumbers") String delta, TextClient client) {
        client.store("k", start);
        var less = new BigInteger(start).subtract(new BigInteger(delta)).max(BigInteger.ZERO);
        client.expect(less.toString(), "decr k " + delta);
        client.expectItem("k", 0, padded(less, start.length()));
        var more = less.add(new BigInteger(delta));
        client.expect(more.toString(), "incr k " + delta);
        client.expectItem("k", 0, padded(more, start.length()));
    }

    /** Where the length of the value changes, and where it does not. */
    @Property(tries = 50)
    @Checks("T-INCR-07")
    void flagsStayAndTheUniqueDoesNot(@ForAll("flags") long flags, TextClient client) {
        client.store("k", flags, 0, "9");
        var seen = new HashSet<String>();
        seen.add(client.unique("k"));
        for (var line : List.of("incr k 1", "incr k 1", "decr k 2", "incr k 0")) {
            client.ask(line);
            var item = client.item("k").orElseThrow(() -> new AssertionError("no item k"));
            if (item.flags() != flags || !seen.add(item.unique())) {
                throw new AssertionError("expected the flags " + flags + " and another unique than before");
            }
        }
    }

    @Example
    @Checks("T-INCR-05")
    void aNumberIsWhatStrtoullTakes(TextClient client) {
        for (var number : new String[] {"5", " 5", "5 ", "5 x", "+5", "005", "5\0", "\t5", "5\n"}) {
            client.store("k", number);
            client.expect("6", "incr k 1");
        }
        // A long key keeps minus signs out of the memory in which other properties store numbers: versions before
        // 1.6.40
        // look for one there, past the end of a large number.
        var key = "long".repeat(50);
        for (var other : new String[] {"", "x", "5x", "0x5", "-5", "5-", "18446744073709551616", "1e3", "\u00ff"}) {
            client.store(key, 9, 0, other);
            client.expect(NO_NUMBER, "incr " + key + " 1");
            client.expect(NO_NUMBER, "decr " + key + " 1");
            client.expectItem(key, 9, other);
        }
    }

    @Example
    @Checks("T-INCR-06")
    void aDeltaThatIsNoNumberIsRefused(TextClient client) {
        client.store("k", "5");
        for (var delta : new String[] {"x", "-1", "1x", "18446744073709551616", "0x1", "1.0", "-"}) {
            client.expect(BAD_DELTA, "incr k " + delta);
            client.expect(BAD_DELTA, "decr k " + delta);
            client.expect(BAD_DELTA, "incr missing " + delta);
        }
        client.expectItem("k", 0, "5");
    }

    @Example
    @Checks("T-INCR-08")
    void aPlusSignIsRefusedSince1640(TextClient client) {
        client.store("k", "5");
        client.expect(client.hasNewParser() ? BAD_DELTA : "6", "incr k +1");
    }

    /** Numbers with leading zeros, and short enough to be padded and to outgrow their value. */
    @Provide
    Arbitrary<String> smallNumbers() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15);
    }

    private static String padded(BigInteger number, int width) {
        return number + " ".repeat(Math.max(0, width - number.toString().length()));
    }
}
