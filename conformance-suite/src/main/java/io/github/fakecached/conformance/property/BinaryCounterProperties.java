package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** increment and decrement: what they keep, make and refuse, and their quiet forms. */
class BinaryCounterProperties extends BinaryRules {

    private static final BigInteger ONE = BigInteger.ONE;
    private static final int[] BOTH = {INCREMENT, DECREMENT};

    @Example
    @Checks("B-INCR-05")
    void quietCountingAnswersErrors(BinaryClient client, TextClient text) {
        for (int opcode : new int[] {INCREMENTQ, DECREMENTQ}) {
            client.expect(Status.NOT_FOUND, count(opcode, "missing", ONE, ONE, DO_NOT_MAKE));
            text.store("word", "x");
            client.expect(Status.NON_NUMERIC, count(opcode, "word", ONE, ONE, 0));
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "5"));
            client.expect(Status.EXISTS, count(opcode, "k", ONE, ONE, 0).withCas(other(stored)));
            client.expectNothing(count(opcode, "k", ONE, ONE, 0));
            text.expectItem("k", 0, opcode == INCREMENTQ ? "6" : "4");
            client.expectNothing(count(opcode, "made" + opcode, ONE, BigInteger.TEN, 0));
            text.expectItem("made" + opcode, 0, "10");
        }
    }

    @Property(tries = 20)
    @Checks("B-INCR-06")
    void aNumberIsMadeWhateverTheUnique(@ForAll @LongRange(min = 1) long unique, BinaryClient client, TextClient text) {
        for (int opcode : BOTH) {
            var request = count(opcode, "k" + opcode, ONE, BigInteger.TEN, 0).withCas(number(unique, 8));
            client.expect(Status.SUCCESS, eightBytes(BigInteger.TEN), request);
            text.expectItem("k" + opcode, 0, "10");
        }
    }

    @Property(tries = 30)
    @Checks("B-INCR-07")
    void theItemKeepsItsFlags(@ForAll("flags") long flags, BinaryClient client, TextClient text) {
        for (int opcode : BOTH) {
            text.store("k", flags, 0, "5");
            // A time in the request is that of a number to be made.
            var counted = client.one(count(opcode, "k", ONE, ONE, 2_592_001));
            text.expectItem("k", flags, opcode == INCREMENT ? "6" : "4");
            if (!text.unique("k").equals(Long.toUnsignedString(number(counted.cas())))) {
                throw new AssertionError("expected the new unique of the item");
            }
        }
    }

    @Property(tries = 30)
    @Checks("B-INCR-08")
    void aCountedNumberHasAnotherUnique(@ForAll("numbers") BigInteger delta, BinaryClient client) {
        for (int opcode : BOTH) {
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "5"));
            if (client.one(count(opcode, "k", delta, ONE, 0)).cas().equals(stored.cas())) {
                throw new AssertionError("expected another unique");
            }
        }
    }

    @Property
    @Checks("B-INCR-09")
    void aShorterNumberIsPaddedAndALongerOneGrows(
            @ForAll @LongRange(max = 1_000_000) long start,
            @ForAll @LongRange(max = 1_000_000) long delta,
            BinaryClient client,
            TextClient text) {
        var digits = Long.toString(start);
        text.store("k", digits);
        client.one(count(INCREMENT, "k", BigInteger.valueOf(delta), ONE, 0));
        text.expectItem("k", 0, Long.toString(start + delta));
        text.store("k", digits);
        client.one(count(DECREMENT, "k", BigInteger.valueOf(delta), ONE, 0));
        var difference = Long.toString(Math.max(0, start - delta));
        text.expectItem("k", 0, difference + " ".repeat(digits.length() - difference.length()));
    }

    @Example
    @Checks("B-INCR-10")
    void aNumberMayHaveBlanksAboutIt(BinaryClient client, TextClient text) {
        for (var value : List.of("5", " 5", "5 ", "5 x", "+5", "005", "5\0")) {
            text.store("k", value);
            client.expect(Status.SUCCESS, eightBytes(BigInteger.valueOf(6)), count(INCREMENT, "k", ONE, ONE, 0));
        }
        for (var value : List.of("", "5x", "0x5", "-5", "18446744073709551616", "x")) {
            text.store("k", value);
            client.expect(Status.NON_NUMERIC, count(INCREMENT, "k", ONE, ONE, 0));
        }
    }

    @Example
    @Checks("B-INCR-11")
    void aMadeNumberMayHaveEndedAtOnce(BinaryClient client, TextClient text) {
        for (int opcode : BOTH) {
            client.expect(Status.SUCCESS, eightBytes(ONE), count(opcode, "k", ONE, ONE, 2_592_001));
            text.expectNone("k");
        }
    }
}
