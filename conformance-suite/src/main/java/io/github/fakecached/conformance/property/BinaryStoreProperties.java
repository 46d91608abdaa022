package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** set, add, replace, append and prepend: uniques, sizes, their quiet forms. */
class BinaryStoreProperties extends BinaryRules {

    @Property(tries = 30)
    @Checks("B-STORE-06")
    void aStoreAnswersItsNewUnique(@ForAll("keys") String key, BinaryClient client, TextClient text) {
        long last = 0;
        for (int opcode : new int[] {ADD, SET, REPLACE, SET}) {
            var answer = client.expect(Status.SUCCESS, store(opcode, key, 0, 0, "v"));
            long unique = number(answer.cas());
            if (Long.compareUnsigned(unique, last) <= 0 || !text.unique(key).equals(Long.toUnsignedString(unique))) {
                throw new AssertionError("expected a unique above " + last);
            }
            last = unique;
        }
    }

    @Example
    @Checks("B-STORE-07")
    void quietStoresCompareTheUnique(BinaryClient client, TextClient text) {
        for (int opcode : new int[] {SETQ, ADDQ, REPLACEQ}) {
            client.expect(Status.NOT_FOUND, store(opcode, "missing", 0, 0, "v").withCas(number(1, 8)));
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "old"));
            client.expect(Status.EXISTS, store(opcode, "k", 0, 0, "new").withCas(other(stored)));
            text.expectItem("k", 0, "old");
            client.expectNothing(store(opcode, "k", 0, 0, "new").withCas(stored.cas()));
            text.expectItem("k", 0, "new");
        }
    }

    @Example
    @Checks("B-STORE-08")
    void theLargestItemIsThatOfText(BinaryClient client) {
        var largest = "v".repeat(LARGEST);
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, largest));
        client.expect(Status.SUCCESS, "\0\0\0\0" + largest, keyed(GET, "k"));
        client.expect(Status.TOO_LARGE, store(ADD, "kk", 0, 0, largest));
        // Flags take four bytes more.
        client.expect(Status.TOO_LARGE, store(SET, "f", 1, 0, largest.substring(3)));
        client.expect(Status.SUCCESS, store(SET, "f", 1, 0, largest.substring(4)));
    }

    @Property(tries = 30)
    @Checks("B-STORE-09")
    void whatBreaksOffChangesNothing(@ForAll @IntRange(max = 41) int sent, TextClient text, Target target) {
        text.store("k", "old");
        var set = store(SET, "k", 0, 0, "new value").bytes();
        try (var broken = target.connect(Dialect.BINARY)) {
            broken.send(set.substring(0, Math.min(sent, set.length() - 1)));
        }
        text.expectItem("k", 0, "old");
    }

    @Property(tries = 30)
    @Checks("B-STORE-10")
    void quietStoresStoreAsTheOthersDo(
            @ForAll("values") String value, @ForAll("flags") long flags, BinaryClient client, TextClient text) {
        client.expectNothing(store(ADDQ, "k", flags, 0, value));
        text.expectItem("k", flags, value);
        client.expectNothing(store(REPLACEQ, "k", 7, 0, value + "r"));
        text.expectItem("k", 7, value + "r");
        client.expectNothing(store(SETQ, "k", flags, 2_592_001, value));
        text.expectNone("k");
    }

    @Property(tries = 30)
    @Checks("B-STORE-11")
    void whatFailsLeavesTheItemAsItWas(
            @ForAll("values") String value, @ForAll("flags") long flags, BinaryClient client, TextClient text) {
        text.store("k", flags, 0, value);
        var before = text.item("k");
        var wrong = number(Long.parseUnsignedLong(text.unique("k")) + 1, 8);
        client.expect(Status.EXISTS, store(ADD, "k", 9, 2_592_001, "new"));
        client.expect(Status.EXISTS, store(SET, "k", 9, 2_592_001, "new").withCas(wrong));
        client.expect(Status.EXISTS, join(APPEND, "k", "new").withCas(wrong));
        client.expect(Status.EXISTS, keyed(DELETE, "k").withCas(wrong));
        if (!text.item("k").equals(before)) {
            throw new AssertionError("expected the item as it was, " + before);
        }
    }

    @Example
    @Checks("B-APPEND-03")
    void nothingToJoinIsNotStoredWhateverTheUnique(BinaryClient client, TextClient text) {
        for (int opcode : new int[] {APPEND, PREPEND, APPENDQ, PREPENDQ}) {
            client.expect(Status.NOT_STORED, join(opcode, "k", "v").withCas(number(1, 8)));
            text.expectNone("k");
        }
    }

    @Property(tries = 20)
    @Checks("B-APPEND-04")
    void joiningGivesANewUnique(@ForAll("values") String value, BinaryClient client, TextClient text) {
        var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "v"));
        for (int opcode : new int[] {APPEND, PREPEND}) {
            var joined = client.expect(Status.SUCCESS, join(opcode, "k", value));
            if (joined.cas().equals(stored.cas())
                    || !text.unique("k").equals(Long.toUnsignedString(number(joined.cas())))) {
                throw new AssertionError("expected the new unique of the item");
            }
        }
    }

    @Example
    @Checks("B-APPEND-05")
    void quietJoiningAnswersErrors(BinaryClient client, TextClient text) {
        for (int opcode : new int[] {APPENDQ, PREPENDQ}) {
            client.expect(Status.NOT_STORED, join(opcode, "missing", "v"));
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "v"));
            client.expect(Status.EXISTS, join(opcode, "k", "w").withCas(other(stored)));
            client.expectNothing(join(opcode, "k", "w").withCas(stored.cas()));
            text.expectItem("k", 0, opcode == APPENDQ ? "vw" : "wv");
        }
    }

    @Example
    @Checks("B-APPEND-06")
    void aSumThatIsTooLargeIsNotStored(BinaryClient client) {
        var largest = "v".repeat(LARGEST);
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, largest));
        client.expect(Status.NOT_STORED, join(APPEND, "k", "w"));
        client.expect(Status.NOT_STORED, join(PREPENDQ, "k", "w"));
        client.expect(Status.TOO_LARGE, join(PREPEND, "k", largest + "w"));
        client.expect(Status.SUCCESS, "\0\0\0\0" + largest, keyed(GET, "k"));
    }
}
