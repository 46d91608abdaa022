package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When items end that binary requests gave a time. */
class BinaryExpiryProperties extends BinaryRules {

    private static final BigInteger ONE = BigInteger.ONE;

    @Property
    @Checks("B-EXPIRY-03")
    void timesOfAllSizes(@ForAll("times") long time, BinaryClient client, TextClient text) {
        boolean past = time > 2_592_000 && time <= 1_000_000_000;
        for (int opcode : new int[] {SET, SETQ}) {
            client.ask(store(opcode, "k", 0, time, "v"));
            expectThere(!past, "k", text);
        }
        text.store("k", "v");
        client.ask(touch(TOUCH, "k", time));
        expectThere(!past, "k", text);
    }

    /** Relative ones up to 30 days, and those of UNIX time in 1970 to 2001 and from 2038. */
    @Provide
    Arbitrary<Long> times() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, 1000L, 2_592_000L, 2_592_001L, 0x7fffffffL, 0x80000000L, 0xfffffffeL, 0xffffffffL),
                Arbitraries.longs().between(1000, 1_000_000_000),
                Arbitraries.longs().between(0x80000000L, 0xffffffffL));
    }

    private static void expectThere(boolean there, String key, TextClient text) {
        if (text.item(key).isPresent() != there) {
            throw new AssertionError("expected that the item is " + (there ? "there" : "gone"));
        }
    }

    @Example
    @TakesTime
    @Checks("B-EXPIRY-04")
    void changesKeepTheTime(BinaryClient client, TextClient text, Target target) {
        var keys = List.of("append", "prepend", "increment", "decrement");
        keys.forEach(key -> text.store(key, 0, 2, "5"));
        client.expect(Status.SUCCESS, join(APPEND, "append", "1"));
        client.expect(Status.SUCCESS, join(PREPEND, "prepend", "1"));
        client.one(count(INCREMENT, "increment", ONE, ONE, 1000));
        client.one(count(DECREMENT, "decrement", ONE, ONE, 1000));
        text.store("replaced", 0, 2, "v");
        client.expect(Status.SUCCESS, store(REPLACE, "replaced", 0, 1000, "v"));
        target.advance(Duration.ofSeconds(2));
        keys.forEach(text::expectNone);
        text.expectItem("replaced", 0, "v");
    }

    @Example
    @TakesTime
    @Checks("B-EXPIRY-05")
    void whatHasEndedIsAsIfItWereNotThere(BinaryClient client, TextClient text, Target target) {
        var keys = List.of("get", "add", "replace", "append", "delete", "touch", "increment");
        keys.forEach(key -> client.expect(Status.SUCCESS, store(SET, key, 0, 2, "5")));
        target.advance(Duration.ofSeconds(2));
        client.expect(Status.NOT_FOUND, keyed(GET, "get"));
        client.expect(Status.NOT_FOUND, store(REPLACE, "replace", 0, 0, "v"));
        client.expect(Status.NOT_STORED, join(APPEND, "append", "v"));
        client.expect(Status.NOT_FOUND, keyed(DELETE, "delete"));
        client.expect(Status.NOT_FOUND, touch(TOUCH, "touch", 0));
        client.expect(Status.SUCCESS, eightBytes(ONE), count(INCREMENT, "increment", ONE, ONE, 0));
        client.expect(Status.SUCCESS, store(ADD, "add", 0, 0, "v"));
    }

    @Example
    @TakesTime
    @Checks("B-EXPIRY-06")
    void aTimeMayBeThatOfTheClock(BinaryClient client, TextClient text, Target target) {
        long soon = Counters.time(text) + 3;
        client.expect(Status.SUCCESS, store(SET, "set", 0, soon, "v"));
        text.store("touch", "v");
        client.one(touch(TOUCH, "touch", soon));
        text.expectItem("set", 0, "v");
        text.expectItem("touch", 0, "v");
        target.advance(Duration.ofSeconds(3));
        text.expectNone("set");
        text.expectNone("touch");
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
}
