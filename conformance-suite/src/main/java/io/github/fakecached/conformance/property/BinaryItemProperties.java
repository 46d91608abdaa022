package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Items by the binary protocol: storing, fetching, deleting them. */
class BinaryItemProperties extends BinaryRules {

    @Property
    @Checks({"B-GET-01", "B-STORE-01"})
    void whatIsStoredComesBackInBothProtocols(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            BinaryClient client,
            TextClient text) {
        client.expect(Status.NOT_FOUND, keyed(GET, key));
        var stored = client.expect(Status.SUCCESS, store(SET, key, flags, 0, value));
        var found = client.expect(Status.SUCCESS, number(flags, 4) + value, keyed(GET, key));
        text.expectItem(key, flags, value);
        if (!found.cas().equals(stored.cas()) || !text.unique(key).equals(Long.toUnsignedString(number(found.cas())))) {
            throw new AssertionError("expected the same cas unique everywhere");
        }
        text.store(key, flags, 0, "by text");
        client.expect(Status.SUCCESS, number(flags, 4) + "by text", keyed(GET, key));
    }

    @Property
    @Checks("B-GET-02")
    void getkAnswersTheKey(@ForAll("keys") String key, @ForAll("values") String value, BinaryClient client) {
        client.expect(Status.NOT_FOUND, key, keyed(GETK, key));
        client.expect(Status.SUCCESS, store(SET, key, 7, 0, value));
        client.expect(Status.SUCCESS, number(7, 4) + key + value, keyed(GETK, key));
    }

    @Example
    @Checks("B-GET-03")
    void quietRetrievalSaysNothingOfAMiss(BinaryClient client) {
        client.expectNothing(keyed(GETQ, "k"), keyed(GETKQ, "k"), touch(GATQ, "k", 0));
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "v"));
        client.expect(Status.SUCCESS, "\0\0\0\0v", keyed(GETQ, "k"));
        client.expect(Status.SUCCESS, "\0\0\0\0kv", keyed(GETKQ, "k"));
        client.expect(Status.SUCCESS, "\0\0\0\0v", touch(GATQ, "k", 0));
    }

    @Property
    @Checks("B-STORE-02")
    void addNeedsNoItemAndReplaceNeedsOne(
            @ForAll("values") String first, @ForAll("values") String second, BinaryClient client, TextClient text) {
        client.expect(Status.NOT_FOUND, store(REPLACE, "k", 1, 0, first));
        client.expect(Status.SUCCESS, store(ADD, "k", 2, 0, first));
        client.expect(Status.EXISTS, store(ADD, "k", 3, 0, second));
        text.expectItem("k", 2, first);
        client.expect(Status.SUCCESS, store(REPLACE, "k", 4, 0, second));
        text.expectItem("k", 4, second);
    }

    @Example
    @Checks("B-STORE-03")
    void anyStoreComparesItsUnique(BinaryClient client, TextClient text) {
        for (int opcode : new int[] {SET, ADD, REPLACE}) {
            client.expect(Status.NOT_FOUND, store(opcode, "missing", 0, 0, "v").withCas(number(1, 8)));
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "old"));
            client.expect(Status.EXISTS, store(opcode, "k", 0, 0, "new").withCas(other(stored)));
            text.expectItem("k", 0, "old");
            client.expect(Status.SUCCESS, store(opcode, "k", 0, 0, "new").withCas(stored.cas()));
            text.expectItem("k", 0, "new");
        }
    }

    @Example
    @Checks("B-STORE-04")
    void onlyASetThatIsTooLargeRemovesTheItem(BinaryClient client, TextClient text) {
        var tooLarge = "v".repeat(LARGEST + 1);
        text.store("k", "old");
        client.expect(Status.TOO_LARGE, store(ADD, "k", 0, 0, tooLarge));
        client.expect(Status.TOO_LARGE, store(REPLACE, "k", 0, 0, tooLarge));
        client.expect(Status.TOO_LARGE, join(APPEND, "k", tooLarge));
        text.expectItem("k", 0, "old");
        client.expect(Status.TOO_LARGE, store(SET, "k", 0, 0, tooLarge));
        text.expectNone("k");
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, tooLarge.substring(1)));
    }

    @Example
    @Checks("B-STORE-05")
    void quietStoresAnswerErrors(BinaryClient client, TextClient text) {
        client.expectNothing(store(SETQ, "k", 0, 0, "v"), store(REPLACEQ, "k", 0, 0, "w"), join(APPENDQ, "k", "x"));
        text.expectItem("k", 0, "wx");
        client.expectNothing(store(ADDQ, "a", 0, 0, "v"));
        client.expect(Status.EXISTS, store(ADDQ, "a", 0, 0, "v"));
        client.expect(Status.NOT_FOUND, store(REPLACEQ, "missing", 0, 0, "v"));
        client.expect(Status.NOT_STORED, join(APPENDQ, "missing", "v"));
        client.expect(Status.TOO_LARGE, store(SETQ, "k", 0, 0, "v".repeat(LARGEST + 1)));
    }

    @Property
    @Checks("B-APPEND-01")
    void valuesAreJoined(
            @ForAll("values") String first,
            @ForAll("values") String second,
            @ForAll("flags") long flags,
            BinaryClient client,
            TextClient text) {
        client.expect(Status.NOT_STORED, join(APPEND, "k", second));
        client.expect(Status.NOT_STORED, join(PREPEND, "k", second));
        text.store("k", flags, 0, first);
        client.expect(Status.SUCCESS, join(APPEND, "k", second));
        client.expect(Status.SUCCESS, join(PREPEND, "k", second));
        text.expectItem("k", flags, second + first + second);
    }

    @Example
    @Checks("B-APPEND-02")
    void joiningComparesItsUnique(BinaryClient client, TextClient text) {
        for (int opcode : List.of(APPEND, PREPEND)) {
            var stored = client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "old"));
            client.expect(Status.EXISTS, join(opcode, "k", "x").withCas(other(stored)));
            text.expectItem("k", 0, "old");
            client.expect(Status.SUCCESS, join(opcode, "k", "x").withCas(stored.cas()));
        }
    }

    @Property(tries = 20)
    @Checks("B-DELETE-01")
    void whatIsDeletedIsGone(@ForAll("keys") String key, BinaryClient client, TextClient text) {
        client.expect(Status.NOT_FOUND, keyed(DELETE, key));
        var stored = client.expect(Status.SUCCESS, store(SET, key, 0, 0, "v"));
        client.expect(Status.EXISTS, keyed(DELETE, key).withCas(other(stored)));
        text.expectItem(key, 0, "v");
        client.expect(Status.SUCCESS, keyed(DELETE, key).withCas(stored.cas()));
        text.expectNone(key);
        client.expect(Status.SUCCESS, store(SET, key, 0, 0, "v"));
        client.expectNothing(keyed(DELETEQ, key));
        client.expect(Status.NOT_FOUND, keyed(DELETEQ, key));
    }
}
