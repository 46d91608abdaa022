package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.math.BigInteger;
import net.jqwik.api.Example;

/** What binary requests are counted as. */
class BinaryCountingProperties extends BinaryRules {

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
