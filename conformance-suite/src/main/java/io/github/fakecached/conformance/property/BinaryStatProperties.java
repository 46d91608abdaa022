package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** stat and its kinds, and what binary requests are counted as. */
class BinaryStatProperties extends BinaryRules {

    private static final Pattern STATISTIC = Pattern.compile("STAT (\\S+) [^\r\n]*\r\n");

    @Property(tries = 10)
    @Checks("B-OTHER-04")
    void everyAnswerHasTheOpaque(@ForAll @LongRange(max = 0xffff_ffffL) long opaque, BinaryClient client) {
        for (var kind : List.of("", "settings", "slabs")) {
            for (var answer : client.ask(keyed(STAT, kind).withOpaque(opaque))) {
                if (answer.opaque() != opaque || answer.opcode() != STAT || answer.status() != 0) {
                    throw new AssertionError("expected the opaque and opcode in every answer");
                }
            }
        }
    }

    @Example
    @Checks("B-OTHER-05")
    void kindsTellWhatTheyTellInText(BinaryClient client, TextClient text) {
        text.store("k", "v");
        for (var kind : List.of("", "settings", "items", "slabs", "sizes")) {
            var answers = client.ask(keyed(STAT, kind));
            var names = answers.stream().map(BinaryMessage::key).toList();
            var expected = Stream.concat(
                            STATISTIC
                                    .matcher(text.ask(("stats " + kind).strip()))
                                    .results()
                                    .map(line -> line.group(1)),
                            Stream.of(""))
                    .toList();
            if (!names.equals(expected)) {
                throw new AssertionError("expected the statistics " + expected + " and not " + names);
            }
        }
    }

    @Example
    @Checks("B-OTHER-06")
    void resetForgetsWhatWasCounted(BinaryClient client, TextClient text) {
        client.ask(keyed(GET, "missing"));
        client.expect(Status.SUCCESS, keyed(STAT, "reset"));
        if (!text.ask("stats").contains("STAT cmd_get 0\r\n")) {
            throw new AssertionError("expected that no get has been counted");
        }
    }

    @Example
    @Checks("B-OTHER-07")
    void prefixesAreCountedWhileThatIsOn(BinaryClient client) {
        client.expect(Status.SUCCESS, keyed(STAT, "detail on"));
        client.ask(keyed(STAT, "reset"));
        client.ask(store(SETQ, "conformance:k", 0, 0, "v"), keyed(GETQ, "conformance:k"));
        client.expect(Status.SUCCESS, keyed(STAT, "detail off"));
        var dump = client.ask(keyed(STAT, "detail dump")).get(0);
        if (!dump.key().equals("detailed")
                || !dump.value().contains("PREFIX conformance get 1 hit 1 set 1 del 0\r\n")
                || !dump.value().endsWith("END\r\n")) {
            throw new AssertionError("expected what was counted of a prefix, but: " + dump.value());
        }
        client.expect(Status.NOT_FOUND, keyed(STAT, "detail"));
    }

    @Example
    @Checks("B-OTHER-08")
    void someKindsAreOfTextAlone(BinaryClient client) {
        for (var kind : List.of("conns", "cachedump 1 1", "nothing")) {
            client.expect(Status.NOT_FOUND, keyed(STAT, kind));
        }
    }

    @Property(tries = 4)
    @Checks("B-OTHER-09")
    void whatFollowsQuitIsNotLookedAt(@ForAll boolean quietly, BinaryClient client, TextClient text) {
        var set = store(SETQ, "k", 0, 0, "v").bytes();
        if (quietly) {
            client.expectClose(bare(QUITQ).bytes() + set);
        } else {
            client.expectClose(Status.SUCCESS, bare(QUIT), set);
        }
        text.expectNone("k");
    }

    @Example
    @Checks("B-STATS-01")
    void everyFormOfGetCounts(BinaryClient client, TextClient text) {
        text.store("k", "v");
        for (int opcode : new int[] {GET, GETQ, GETK, GETKQ}) {
            expectCounted(client, text, "cmd_get=1 get_hits=1", keyed(opcode, "k"));
            expectCounted(client, text, "cmd_get=1 get_misses=1", keyed(opcode, "missing"));
        }
    }

    @Example
    @Checks("B-STATS-02")
    void storesCountAsSet(BinaryClient client, TextClient text) {
        expectCounted(client, text, "cmd_set=1 total_items=1", store(SET, "k", 0, 0, "v"));
        expectCounted(client, text, "cmd_set=1 total_items=1", store(SETQ, "k", 0, 0, "v"));
        expectCounted(client, text, "cmd_set=1", store(ADD, "k", 0, 0, "v"));
        expectCounted(client, text, "cmd_set=1 total_items=1", join(APPEND, "k", "v"));
        expectCounted(client, text, "cmd_set=1", join(APPEND, "missing", "v"));
        var unique = number(1, 8);
        expectCounted(
                client,
                text,
                "cas_badval=1 cmd_set=1",
                store(SET, "k", 0, 0, "v").withCas(unique));
        expectCounted(
                client,
                text,
                "cas_misses=1 cmd_set=1",
                store(SET, "missing", 0, 0, "v").withCas(unique));
    }

    @Example
    @Checks("B-STATS-03")
    void deletingAndCountingAreCounted(BinaryClient client, TextClient text) {
        expectCounted(client, text, "delete_misses=1", keyed(DELETE, "k"));
        expectCounted(
                client, text, "incr_misses=1", count(INCREMENT, "k", BigInteger.ONE, BigInteger.ONE, DO_NOT_MAKE));
        expectCounted(
                client, text, "decr_misses=1", count(DECREMENT, "k", BigInteger.ONE, BigInteger.ONE, DO_NOT_MAKE));
        expectCounted(client, text, "total_items=1", count(INCREMENT, "k", BigInteger.ONE, BigInteger.ONE, 0));
        expectCounted(client, text, "incr_hits=1", count(INCREMENT, "k", BigInteger.ONE, BigInteger.ONE, 0));
        expectCounted(client, text, "decr_hits=1", count(DECREMENT, "k", BigInteger.ONE, BigInteger.ONE, 0));
        expectCounted(client, text, "", keyed(DELETE, "k").withCas(number(1, 8)));
        expectCounted(client, text, "delete_hits=1", keyed(DELETE, "k"));
    }

    @Example
    @Checks("B-STATS-04")
    void touchAndGatCountAsTouch(BinaryClient client, TextClient text) {
        text.store("k", "v");
        for (int opcode : new int[] {TOUCH, GAT, GATQ, GATK, GATKQ}) {
            expectCounted(client, text, "cmd_touch=1 touch_hits=1", touch(opcode, "k", 0));
            expectCounted(client, text, "cmd_touch=1 touch_misses=1", touch(opcode, "missing", 0));
        }
    }

    @Example
    @Checks("B-STATS-05")
    void flushCounts(BinaryClient client, TextClient text) {
        expectCounted(client, text, "cmd_flush=1", bare(FLUSH));
        expectCounted(client, text, "cmd_flush=1", bare(FLUSHQ));
        expectCounted(client, text, "", bare(NOOP));
        expectCounted(client, text, "", bare(0x30));
    }

    private static void expectCounted(BinaryClient client, TextClient text, String counted, BinaryMessage request) {
        var before = Counters.of(text);
        client.ask(request);
        Counters.of(text).expectSince(before, counted);
    }
}
