package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The forms of get, touch and gat, and delete: uniques, misses, their quiet forms. */
class BinaryFetchProperties extends BinaryRules {

    @Property(tries = 30)
    @Checks("B-GET-04")
    void aFetchKeepsTheUnique(@ForAll("values") String value, BinaryClient client, TextClient text) {
        text.store("k", value);
        var unique = number(Long.parseUnsignedLong(text.unique("k")), 8);
        for (int opcode : new int[] {GET, GETQ, GETK, GETKQ}) {
            if (!client.one(keyed(opcode, "k")).cas().equals(unique)) {
                throw new AssertionError("expected the unique that text shows");
            }
        }
    }

    @Property(tries = 30)
    @Checks("B-GET-05")
    void quietFormsAnswerHitsAsTheOthersDo(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("allFlags") long flags,
            BinaryClient client) {
        client.expect(Status.SUCCESS, store(SET, key, flags, 0, value));
        client.expect(Status.SUCCESS, number(flags, 4) + value, keyed(GETQ, key));
        client.expect(Status.SUCCESS, number(flags, 4) + key + value, keyed(GETKQ, key));
        client.expect(Status.SUCCESS, keyed(DELETE, key));
        client.expectNothing(keyed(GETQ, key), keyed(GETKQ, key));
    }

    @Property(tries = 30)
    @Checks("B-TOUCH-02")
    void quietGatAnswersHitsOnly(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            BinaryClient client) {
        client.expectNothing(touch(GATQ, key, 0), touch(GATKQ, key, 0));
        client.expect(Status.SUCCESS, store(SET, key, flags, 0, value));
        client.expect(Status.SUCCESS, number(flags, 4) + value, touch(GATQ, key, 0));
        client.expect(Status.SUCCESS, number(flags, 4) + key + value, touch(GATKQ, key, 0));
    }

    @Example
    @Checks("B-TOUCH-03")
    void aTimeInThePastEndsTheItem(BinaryClient client, TextClient text) {
        for (int opcode : new int[] {TOUCH, GAT, GATQ, GATK, GATKQ}) {
            text.store("k", "v");
            client.one(touch(opcode, "k", 2_592_001));
            text.expectNone("k");
        }
    }

    @Property(tries = 30)
    @Checks("B-TOUCH-04")
    void gatKeepsTheUnique(@ForAll("values") String value, BinaryClient client, TextClient text) {
        text.store("k", value);
        var unique = number(Long.parseUnsignedLong(text.unique("k")), 8);
        for (int opcode : new int[] {TOUCH, GAT, GATQ, GATK, GATKQ}) {
            if (!client.one(touch(opcode, "k", 1000)).cas().equals(unique)) {
                throw new AssertionError("expected that the unique stays");
            }
        }
        text.expectItem("k", 0, value);
    }

    @Property(tries = 20)
    @Checks("B-DELETE-02")
    void whatIsDeletedHasNoUnique(@ForAll("keys") String key, BinaryClient client, TextClient text) {
        text.store(key, "v");
        if (number(client.expect(Status.SUCCESS, keyed(DELETE, key)).cas()) != 0) {
            throw new AssertionError("expected no unique");
        }
    }

    @Example
    @Checks("B-DELETE-03")
    void quietDeletingAnswersErrors(BinaryClient client, TextClient text) {
        client.expect(Status.NOT_FOUND, keyed(DELETEQ, "k"));
        var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "v"));
        client.expect(Status.EXISTS, keyed(DELETEQ, "k").withCas(other(stored)));
        text.expectItem("k", 0, "v");
        client.expectNothing(keyed(DELETEQ, "k").withCas(stored.cas()));
        text.expectNone("k");
    }

    @Property(tries = 20)
    @Checks("B-DELETE-04")
    void aMissIsAMissWhateverTheUnique(@ForAll @LongRange(min = 1) long unique, BinaryClient client) {
        client.expect(Status.NOT_FOUND, keyed(DELETE, "k").withCas(number(unique, 8)));
        client.expect(Status.NOT_FOUND, keyed(DELETEQ, "k").withCas(number(unique, 8)));
    }

    @Property(tries = 20)
    @Checks("B-TOUCH-01")
    void touchAndGatTellTheItem(
            @ForAll("values") String value, @ForAll("flags") long flags, BinaryClient client, TextClient text) {
        client.expect(Status.NOT_FOUND, touch(TOUCH, "k", 0));
        client.expect(Status.NOT_FOUND, touch(GAT, "k", 0));
        client.expect(Status.NOT_FOUND, "k", touch(GATK, "k", 0));
        text.store("k", flags, 0, value);
        var unique = text.unique("k");
        var touched = client.expect(Status.SUCCESS, number(flags, 4), touch(TOUCH, "k", 1000));
        client.expect(Status.SUCCESS, number(flags, 4) + value, touch(GAT, "k", 1000));
        client.expect(Status.SUCCESS, number(flags, 4) + "k" + value, touch(GATK, "k", 1000));
        if (!Long.toUnsignedString(number(touched.cas())).equals(unique)
                || !text.unique("k").equals(unique)) {
            throw new AssertionError("expected that the cas unique stays " + unique);
        }
    }
}
