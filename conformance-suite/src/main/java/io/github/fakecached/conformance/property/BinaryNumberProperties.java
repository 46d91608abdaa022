package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** increment and decrement. */
class BinaryNumberProperties extends BinaryRules {

    private static final BigInteger ONE = BigInteger.ONE;

    @Property
    @Checks("B-INCR-01")
    void additionWrapsAndSubtractionStopsAtZero(
            @ForAll("numbers") BigInteger start,
            @ForAll("numbers") BigInteger delta,
            BinaryClient client,
            TextClient text) {
        storeNumber(text, start);
        client.expect(
                Status.SUCCESS, eightBytes(start.add(delta).and(MAX)), count(INCREMENT, "k", delta, ONE, DO_NOT_MAKE));
        storeNumber(text, start);
        client.expect(
                Status.SUCCESS,
                eightBytes(start.subtract(delta).max(BigInteger.ZERO)),
                count(DECREMENT, "k", delta, ONE, DO_NOT_MAKE));
    }

    @Property
    @Checks("B-INCR-02")
    void aMissingNumberMayBeMade(
            @ForAll("numbers") BigInteger initial,
            @ForAll("numbers") BigInteger delta,
            BinaryClient client,
            TextClient text) {
        for (int opcode : new int[] {INCREMENT, DECREMENT}) {
            var key = "k" + opcode;
            client.expect(Status.NOT_FOUND, count(opcode, key, delta, initial, DO_NOT_MAKE));
            text.expectNone(key);
            client.expect(Status.SUCCESS, eightBytes(initial), count(opcode, key, delta, initial, 0));
            text.expectItem(key, 0, initial.toString());
        }
    }

    @Property
    @Checks("B-INCR-03")
    void whatIsNoNumberStays(@ForAll("values") String value, BinaryClient client, TextClient text) {
        var word = "x" + value;
        text.store("k", word);
        client.expect(Status.NON_NUMERIC, count(INCREMENT, "k", ONE, ONE, 0));
        client.expect(Status.NON_NUMERIC, count(DECREMENT, "k", ONE, ONE, 0));
        text.expectItem("k", 0, word);
    }

    @Example
    @Checks("B-INCR-04")
    void theUniqueIsCompared(BinaryClient client) {
        for (int opcode : new int[] {INCREMENT, DECREMENT}) {
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "5"));
            client.expect(Status.EXISTS, count(opcode, "k", ONE, ONE, 0).withCas(other(stored)));
            client.one(count(opcode, "k", ONE, ONE, 0).withCas(stored.cas()));
            client.expect(Status.EXISTS, count(opcode, "k", ONE, ONE, 0).withCas(stored.cas()));
        }
    }
}
