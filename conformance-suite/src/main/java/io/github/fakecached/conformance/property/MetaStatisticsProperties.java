package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;

/** What meta commands are counted as. */
class MetaStatisticsProperties extends TextRules {

    @Example
    @Checks("M-STATS-01")
    void mgCountsAsGet(TextClient client) {
        client.store("k", "v");
        expectCounted(client, "mg k v", "cmd_get=1 get_hits=1");
        expectCounted(client, "mg missing v", "cmd_get=1 get_misses=1");
        expectCounted(client, "mg missing v q", "cmd_get=1 get_misses=1");
    }

    @Example
    @Checks("M-STATS-02")
    void mgWithTCountsAsTouch(TextClient client) {
        client.store("k", "v");
        expectCounted(client, "mg k v T1000", "cmd_touch=1 touch_hits=1");
        expectCounted(client, "mg missing v T1000", "cmd_get=1 get_misses=1");
    }

    @Example
    @Checks("M-STATS-03")
    void whatMgMakesIsAHit(TextClient client) {
        expectCounted(client, "mg k v N1000", "cmd_get=1 get_hits=1 total_items=1");
    }

    @Example
    @Checks("M-STATS-04")
    void msCountsAsSet(TextClient client) {
        expectCounted(client, "ms k 1\r\nv", "cmd_set=1 total_items=1");
        expectCounted(client, "ms k 1 ME\r\nv", "cmd_set=1");
        expectCounted(client, "ms k 1 C1\r\nv", "cas_badval=1 cmd_set=1");
        expectCounted(client, "ms missing 1 C1\r\nv", "cas_misses=1 cmd_set=1");
        expectCounted(client, "ms k 1 y\r\nv", "");
        expectCounted(client, "ms k 1 C" + client.unique("k") + "\r\nv", "cas_hits=1 cmd_set=1 total_items=1");
    }

    @Example
    @Checks("M-STATS-05")
    void mdCountsAsDelete(TextClient client) {
        expectCounted(client, "md k", "delete_misses=1");
        client.store("k", "v");
        expectCounted(client, "md k C1", "delete_misses=1");
        expectCounted(client, "md k I", "");
        expectCounted(client, "md k", "delete_hits=1");
    }

    @Example
    @Checks("M-STATS-06")
    void maCountsAsIncrAndDecr(TextClient client) {
        expectCounted(client, "ma k", "incr_misses=1");
        expectCounted(client, "ma k MD", "decr_misses=1");
        expectCounted(client, "ma k N0", "total_items=1");
        expectCounted(client, "ma k", "incr_hits=1");
        expectCounted(client, "ma k MD", "decr_hits=1");
        expectCounted(client, "ma k C1", "");
    }

    @Example
    @Checks("M-STATS-07")
    void meCountsAsMeta(TextClient client) {
        client.store("k", "v");
        expectCounted(client, "me k", "cmd_meta=1");
        expectCounted(client, "me missing", "cmd_meta=1");
        expectCounted(client, "mn", "");
    }

    /** Sees that these counters have gone up so much, and no other of those that tell of commands. */
    private static void expectCounted(TextClient client, String line, String counted) {
        var before = Counters.of(client);
        client.ask(line);
        Counters.of(client).expectSince(before, counted);
    }
}
