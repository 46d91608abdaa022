package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** ma: what counts as a number, and how a new one is written. */
class MetaNumberProperties extends TextRules {

    @Property(tries = 30)
    @Checks("M-ARITH-17")
    void deltaAndInitialAreNumbers(@ForAll("numbers") BigInteger number, TextClient client) {
        client.store("k", "5");
        for (var letter : List.of("D", "J")) {
            for (var bad : List.of("", "x", "-1", number + "x", "18446744073709551616")) {
                client.expect("CLIENT_ERROR invalid or duplicate flag", "ma k v " + letter + bad);
            }
        }
        client.expectItem("k", 0, "5");
        client.expect("HD", "ma k J" + number + " D0");
        client.expectItem("k", 0, "5");
    }

    @Example
    @Checks("M-ARITH-19")
    void aNumberMayHaveBlanksAboutIt(TextClient client) {
        for (var value : List.of("5", " 5", "5 ", "5 x", "+5", "005", "5\0")) {
            client.store("k", value);
            client.expect("VA 1\r\n6", "ma k v");
        }
        for (var value : List.of("", "5x", "0x5", "-5", "18446744073709551616", "x")) {
            client.store("k", value);
            client.expect("CLIENT_ERROR cannot increment or decrement non-numeric value", "ma k v");
            client.expectItem("k", 0, value);
        }
    }

    @Property
    @Checks("M-ARITH-20")
    void aShorterNumberIsPadded(
            @ForAll @LongRange(max = 1_000_000) long start,
            @ForAll @LongRange(max = 1_000_000) long delta,
            TextClient client) {
        client.store("k", Long.toString(start));
        var number = Long.toString(Math.max(0, start - delta));
        client.expect("VA " + number.length() + "\r\n" + number, "ma k v MD D" + delta);
        client.expectItem("k", 0, number + " ".repeat(Long.toString(start).length() - number.length()));
    }

    @Property
    @Checks("M-ARITH-21")
    void aLongerNumberGrows(
            @ForAll @LongRange(max = 1_000_000) long start,
            @ForAll @LongRange(max = 1_000_000) long delta,
            TextClient client) {
        client.store("k", 7, 0, Long.toString(start));
        client.expect("HD", "ma k D" + delta);
        client.expectItem("k", 7, Long.toString(start + delta));
    }
}
