package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.ServerClock;
import io.github.fakecached.conformance.target.Target;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** flush_all, at once and later. */
class FlushProperties extends TextRules {

    private static final int DELAY = 3;

    @Property
    @Checks("T-FLUSH-01")
    void whatWasStoredBeforeGoesAndWhatIsStoredAfterStays(
            @ForAll @Size(max = 5) @UniqueElements List<@From("keys") String> keys, TextClient client) {
        for (var flush : List.of("flush_all", "flush_all 0", "flush_all -1")) {
            keys.forEach(key -> client.store(key, "old"));
            client.expect("OK", flush);
            keys.forEach(client::expectNone);
            keys.forEach(key -> client.store(key, "new"));
            keys.forEach(key -> client.expectItem(key, 0, "new"));
        }
    }

    @Example
    @Checks("T-FLUSH-02")
    void aDelayedFlushTakesWhatIsThereByThen(TextClient client, Target target) {
        client.store("before", "v");
        client.expect("OK", "flush_all " + DELAY);
        untilItComes(target, DELAY, () -> {
            client.store("meanwhile", "v");
            client.expectItem("before", 0, "v");
        });
        target.advance(Duration.ofSeconds(DELAY));
        client.expectNone("before");
        client.expectNone("meanwhile");
        client.store("after", "v");
        client.expectItem("after", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-03")
    void aLaterFlushReplacesThePendingOne(TextClient client, Target target) {
        client.expect("OK", "flush_all " + DELAY);
        client.expect("OK", "flush_all");
        client.store("k", "v");
        target.advance(Duration.ofSeconds(DELAY + 1));
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-04")
    void aTimeLongPastFlushesNothing(TextClient client) {
        client.store("k", "v");
        client.expect("OK", "flush_all 2592001");
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-05")
    void aTimeThatIsNoNumberFlushesNothing(TextClient client) {
        client.store("k", "v");
        for (var time : List.of("x", "1x", "99999999999999999999")) {
            client.expect("CLIENT_ERROR invalid exptime argument", "flush_all " + time);
        }
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-06")
    void aTimeToComeMayBeUnixTime(TextClient client, Target target) {
        client.store("k", "v");
        long now = new ServerClock(target).now();
        client.expect("OK", "flush_all " + (now + DELAY));
        untilItComes(target, DELAY, () -> client.expectItem("k", 0, "v"));
        target.advance(Duration.ofSeconds(DELAY + 1));
        client.expectNone("k");
        client.store("k", "v");
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-FLUSH-10")
    void aLaterTimeReplacesAnEarlierOne(TextClient client, Target target) {
        client.store("k", "v");
        client.expect("OK", "flush_all " + DELAY);
        client.expect("OK", "flush_all 1000000");
        target.advance(Duration.ofSeconds(DELAY + 1));
        client.expectItem("k", 0, "v");
        client.expect("OK", "flush_all");
    }

    @Example
    @Checks("T-FLUSH-07")
    void wordsAfterTheTimeAreIgnoredUpToACount(TextClient client) {
        client.store("k", "v");
        client.expect("OK", "flush_all 0 x");
        client.expectNone("k");
        client.store("k", "v");
        client.expect(client.hasNewParser() ? "OK" : "ERROR", "flush_all 0 x y");
        client.expect(client.hasNewParser() ? "END" : "VALUE k 0 1\r\nv\r\nEND", "get k");
    }

    @Property(tries = 10)
    @Checks("T-FLUSH-08")
    void aFlushedItemIsAsAMissingOne(@ForAll("keys") String key, TextClient client) {
        var arguments = " " + key + " 0 0 1";
        for (var line : List.of("incr " + key + " 1", "decr " + key + " 1", "touch " + key + " 0", "delete " + key)) {
            storeAndFlush(client, key);
            client.expect("NOT_FOUND", line);
        }
        for (var command : List.of("replace", "append", "prepend")) {
            storeAndFlush(client, key);
            client.expect("NOT_STORED", command + arguments, "v");
        }
        client.store(key, "5");
        var unique = client.unique(key);
        client.expect("OK", "flush_all");
        client.expect("NOT_FOUND", "cas" + arguments + " " + unique, "v");
        storeAndFlush(client, key);
        client.expect("STORED", "add" + arguments, "v");
        client.expectItem(key, 0, "v");
    }

    @Example
    @Checks("T-FLUSH-09")
    void uniquesGoOn(TextClient client) {
        client.store("k", "v");
        var before = new BigInteger(client.unique("k"));
        client.expect("OK", "flush_all");
        client.store("k", "v");
        if (new BigInteger(client.unique("k")).compareTo(before) <= 0) {
            throw new AssertionError("after flush_all the unique is no larger than " + before);
        }
    }

    /**
     * Looks at something while a flush is still to come, and waits for it where that fails: not every server drops it with the
     * flush that the next rule begins with, and it would take what that rule stores.
     */
    static void untilItComes(Target target, int seconds, Runnable look) {
        try {
            look.run();
        } catch (AssertionError unexpected) {
            target.advance(Duration.ofSeconds(seconds + 1));
            throw unexpected;
        }
    }

    private static void storeAndFlush(TextClient client, String key) {
        client.store(key, "5");
        client.expect("OK", "flush_all");
    }
}
