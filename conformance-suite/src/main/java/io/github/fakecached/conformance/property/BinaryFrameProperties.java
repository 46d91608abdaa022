package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** How requests and answers are put together, and which heads are refused. */
class BinaryFrameProperties extends BinaryRules {

    @Property(tries = 20)
    @Checks("B-HEAD-09")
    void anErrorIsItsTextAlone(@ForAll("keys") String key, BinaryClient client, TextClient text) {
        text.store("there", "x");
        for (var failing : List.of(
                keyed(GET, key),
                store(ADD, "there", 0, 0, "v"),
                join(APPEND, key, "v"),
                count(INCREMENT, "there", BigInteger.ONE, BigInteger.ONE, 0),
                bare(0x30))) {
            var answer = client.one(failing);
            if (answer.status() == 0
                    || answer.keyLength() != 0
                    || answer.extrasLength() != 0
                    || number(answer.cas()) != 0
                    || answer.body().isEmpty()) {
                throw new AssertionError("expected an error of nothing but its text");
            }
        }
    }

    @Property
    @Checks("B-HEAD-10")
    void anAnswerTellsTheLengthsOfItsParts(
            @ForAll("keys") String key, @ForAll("values") String value, BinaryClient client) {
        expectParts(0, 0, 0, client.one(store(SET, key, 0, 0, value)));
        expectParts(4, 0, value.length(), client.one(keyed(GET, key)));
        expectParts(4, key.length(), value.length(), client.one(keyed(GETK, key)));
        expectParts(4, 0, 0, client.one(touch(TOUCH, key, 0)));
        expectParts(4, 0, value.length(), client.one(touch(GAT, key, 0)));
        expectParts(0, 0, 0, client.one(keyed(DELETE, key)));
        expectParts(0, 0, 0, client.one(bare(NOOP)));
    }

    private static void expectParts(int extras, int key, int value, BinaryMessage answer) {
        if (answer.magic() != 0x81
                || answer.extrasLength() != extras
                || answer.keyLength() != key
                || answer.bodyLength() != extras + key + value) {
            throw new AssertionError("expected an answer of " + extras + ", " + key + " and " + value + " bytes");
        }
    }

    @Example
    @Checks("B-HEAD-11")
    void moreThanAGibibyteIsNotWaitedFor(BinaryClient client) {
        var set = store(SET, "k", 0, 0, "v");
        client.expectClose(Status.INVALID, withLengths(set, 1, 8, (1L << 30) + 1));
    }

    @Example
    @Checks("B-HEAD-12")
    void theBodyIsMeasuredBeforeTheKey(BinaryClient client) {
        var get = keyed(GET, "k".repeat(251));
        client.expectClose(Status.UNKNOWN, withLengths(get, 251, 0, 10));
    }

    @Property(tries = 20)
    @Checks("B-HEAD-13")
    void extrasAreWithinTheBody(@ForAll @IntRange(min = 1, max = 20) int beyond, BinaryClient client) {
        // As many bytes as are announced have to come before they are looked at; the no-op behind the request has them.
        var set = store(SET, "k", 0, 0, "");
        client.expectClose(Status.UNKNOWN, withLengths(set, 1, 8 + beyond, 9));
    }

    @Property
    @Checks("B-HEAD-14")
    void aKeyMayHaveAnyBytes(@ForAll("anyBytes") String key, BinaryClient client) {
        client.expect(Status.NOT_FOUND, keyed(GET, key));
        client.expect(Status.SUCCESS, store(SET, key, 0, 0, "v"));
        client.expect(Status.SUCCESS, "\0\0\0\0" + key + "v", keyed(GETK, key));
        client.expect(Status.SUCCESS, keyed(DELETE, key));
    }

    /** Those that no line can hold, too. */
    @Provide
    Arbitrary<String> anyBytes() {
        return Arbitraries.strings()
                .withCharRange('\0', '\u00ff')
                .ofMinLength(1)
                .ofMaxLength(250)
                .edgeCases(
                        edges -> edges.add(" ", "\r\n", "\0", "a b", "\u0080", "\u00ff".repeat(250), "k".repeat(249)));
    }

    @Example
    @Checks("B-HEAD-15")
    void someOpcodesOfOthersAreUnknown(BinaryClient client) {
        // Verbosity and a quiet touch, which documents name.
        client.expect(Status.UNKNOWN, bare(0x1b));
        client.expect(Status.UNKNOWN, bare(0x1f));
        client.expect(Status.SUCCESS, bare(NOOP));
    }

    @Property(tries = 20)
    @Checks("B-HEAD-16")
    void aUniqueMeansNothingToAFetch(@ForAll @LongRange(min = 1) long unique, BinaryClient client) {
        var cas = number(unique, 8);
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "v"));
        client.expect(Status.SUCCESS, "\0\0\0\0v", keyed(GET, "k").withCas(cas));
        client.expect(Status.SUCCESS, "\0\0\0\0v", touch(GAT, "k", 0).withCas(cas));
        client.expect(Status.SUCCESS, "\0\0\0\0", touch(TOUCH, "k", 0).withCas(cas));
        client.expect(Status.SUCCESS, bare(NOOP).withCas(cas));
    }

    @Property(tries = 20)
    @Checks("B-HEAD-17")
    void theConnectionGoesOnAfterAnError(@ForAll("keys") String key, BinaryClient client) {
        var answers = client.ask(
                keyed(GET, key),
                store(REPLACE, key, 0, 0, "v"),
                join(APPEND, key, "v"),
                store(SET, key, 0, 0, "x"),
                count(INCREMENT, key, BigInteger.ONE, BigInteger.ONE, 0),
                store(ADD, key, 0, 0, "v"),
                bare(0x30),
                bare(NOOP));
        var statuses = answers.stream().map(BinaryMessage::status).toList();
        if (!statuses.equals(List.of(1, 1, 5, 0, 6, 2, 0x81, 0))) {
            throw new AssertionError("expected each to be answered, but: " + statuses);
        }
    }

    private static BinaryMessage withLengths(BinaryMessage from, int keyLength, int extrasLength, long bodyLength) {
        return new BinaryMessage(
                from.magic(), from.opcode(), keyLength, extrasLength, 0, 0, bodyLength, 0, from.cas(), from.body());
    }
}
