package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;
import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.math.BigInteger;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Times, and what is not about an item. */
class BinaryOtherProperties extends BinaryRules {

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

    @Example
    @Checks("B-EXPIRY-01")
    void timesAreUnsigned(BinaryClient client, TextClient text) {
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0xffffffffL, "v"));
        text.expectItem("k", 0, "v");
        client.expect(Status.SUCCESS, store(SET, "k", 0, 2_592_001, "v"));
        text.expectNone("k");
    }

    @Example
    @TakesTime
    @Checks("B-EXPIRY-02")
    void itemsEnd(BinaryClient client, TextClient text, Target target) {
        client.expect(Status.SUCCESS, store(SET, "set", 0, 2, "v"));
        text.store("touch", "v");
        client.expect(Status.SUCCESS, "\0\0\0\0", touch(TOUCH, "touch", 2));
        text.store("gat", "v");
        client.expect(Status.SUCCESS, "\0\0\0\0v", touch(GAT, "gat", 2));
        client.one(count(INCREMENT, "made", BigInteger.ONE, BigInteger.ONE, 2));
        client.expect(Status.SUCCESS, store(SET, "kept", 0, 1000, "v"));
        target.advance(Duration.ofSeconds(2));
        for (var key : new String[] {"set", "touch", "gat", "made"}) {
            client.expect(Status.NOT_FOUND, keyed(GET, key));
        }
        client.expect(Status.SUCCESS, "\0\0\0\0v", keyed(GET, "kept"));
    }

    @Example
    @Checks("B-FLUSH-01")
    void flushRemovesAllItems(BinaryClient client, TextClient text) {
        text.store("k", "v");
        client.expect(Status.SUCCESS, bare(FLUSH));
        text.expectNone("k");
        text.store("k", "v");
        client.expect(Status.SUCCESS, request(FLUSH, number(1000, 4), "", ""));
        text.expectItem("k", 0, "v");
        client.expectNothing(bare(FLUSH + 0x10));
        text.expectNone("k");
    }

    @Example
    @Checks("B-OTHER-01")
    void noopAndVersionAnswer(BinaryClient client, TextClient text) {
        client.expect(Status.SUCCESS, bare(NOOP));
        client.expect(Status.SUCCESS, text.connection().version(), bare(VERSION));
    }

    @Property(tries = 4)
    @Checks("B-OTHER-02")
    void quittingCloses(@ForAll boolean quietly, BinaryClient client) {
        if (quietly) {
            client.expectClose(bare(QUITQ).bytes());
        } else {
            client.expectClose(Status.SUCCESS, bare(QUIT));
        }
    }

    @Example
    @Checks("B-SASL-01")
    void withoutUsersNobodySignsIn(BinaryClient client) {
        client.expect(Status.UNKNOWN, bare(SASL_LIST_MECHS));
        client.expect(Status.UNKNOWN, request(SASL_AUTH, "", "PLAIN", "\0user\0password"));
        client.expect(Status.UNKNOWN, request(SASL_STEP, "", "PLAIN", "\0user\0password"));
        client.expect(Status.SUCCESS, bare(NOOP));
    }

    @Example
    @Checks("B-OTHER-03")
    void statEndsWithAnEmptyAnswer(BinaryClient client) {
        var answers = client.ask(bare(STAT));
        var last = answers.get(answers.size() - 1);
        if (answers.size() < 50
                || !last.body().isEmpty()
                || !answers.get(0).key().equals("pid")) {
            throw new AssertionError("expected statistics and an empty answer");
        }
        client.expect(Status.NOT_FOUND, keyed(STAT, "nothing"));
    }
}
