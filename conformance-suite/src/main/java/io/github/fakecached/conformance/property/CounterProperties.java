package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Which command of the classic text protocol counts what in stats, and nothing else. */
class CounterProperties extends TextRules {

    @Property(tries = 15)
    @Checks("A-COUNT-01")
    void fetchesCountEachKey(@ForAll @Size(min = 1, max = 30) List<Boolean> hits, TextClient client) {
        client.store("hit", "v");
        int found = (int) hits.stream().filter(hit -> hit).count();
        var counted = "cmd_get " + hits.size() + ", get_hits " + found + ", get_misses " + (hits.size() - found);
        Stats.expect(client, counted, "get " + keys(hits));
        Stats.expect(client, counted, "gets " + keys(hits));
    }

    @Property(tries = 15)
    @Checks("A-COUNT-02")
    void getsThatTouchCountAsTouches(@ForAll @Size(min = 1, max = 30) List<Boolean> hits, TextClient client) {
        client.store("hit", "v");
        int found = (int) hits.stream().filter(hit -> hit).count();
        var counted = "cmd_touch " + hits.size() + ", touch_hits " + found + ", touch_misses " + (hits.size() - found);
        Stats.expect(client, counted, "gat 0 " + keys(hits));
        Stats.expect(client, counted, "gats 0 " + keys(hits));
    }

    @Example
    @Checks("A-COUNT-03")
    void touchCountsAsATouch(TextClient client) {
        client.store("k", "v");
        Stats.expect(client, "cmd_touch 1, touch_hits 1", "touch k 0");
        Stats.expect(client, "cmd_touch 1, touch_misses 1", "touch missing 0");
    }

    @Property(tries = 15)
    @Checks("A-COUNT-04")
    void storesCountWhetherTheyStoreOrNot(@ForAll("values") String value, TextClient client) {
        var words = " k 0 0 " + value.length();
        for (var command : List.of("replace", "append", "prepend")) {
            Stats.expect(client, "cmd_set 1", command + words, value);
        }
        for (var command : List.of("add", "set", "replace", "append", "prepend")) {
            Stats.expect(client, "cmd_set 1, total_items 1", command + words, value);
        }
        Stats.expect(client, "cmd_set 1", "add" + words, value);
    }

    @Example
    @Checks("A-COUNT-05")
    void aBadChunkCountsAsAStore(TextClient client) {
        Stats.expect(client, "cmd_set 1", "set k 0 0 1", "xy");
        Stats.expect(client, "cmd_set 1", "add k 0 0 1", "xy");
    }

    @Example
    @Checks("A-COUNT-06")
    void casCountsWhatItFinds(TextClient client) {
        Stats.expect(client, "cmd_set 1, cas_misses 1", "cas k 0 0 1 1", "v");
        client.store("k", "v");
        Stats.expect(client, "cmd_set 1, cas_badval 1", "cas k 0 0 1 0", "v");
        Stats.expect(client, "cmd_set 1, cas_hits 1, total_items 1", "cas k 0 0 1 " + client.unique("k"), "v");
    }

    @Example
    @Checks("A-COUNT-07")
    void arithmeticCountsHitsAndMisses(TextClient client) {
        client.store("k", "5");
        client.store("text", "text");
        for (var command : List.of("incr", "decr")) {
            Stats.expect(client, command + "_hits 1", command + " k 1");
            Stats.expect(client, command + "_misses 1", command + " missing 1");
        }
    }

    @Example
    @Checks("A-COUNT-08")
    void deleteCountsHitsAndMisses(TextClient client) {
        client.store("k", "5");
        Stats.expect(client, "delete_hits 1", "delete k");
        Stats.expect(client, "delete_misses 1", "delete k");
    }

    @Example
    @Checks("A-COUNT-09")
    void everyFlushCounts(TextClient client) {
        for (var line : List.of("flush_all 1000", "flush_all", "flush_all 0", "flush_all noreply")) {
            Stats.expect(client, "cmd_flush 1", line);
        }
    }

    @Example
    @Checks("A-COUNT-10")
    void anExpiredItemIsAMissThatExpired(TextClient client) {
        client.store("k", 0, -1, "v");
        Stats.expect(client, "cmd_get 1, get_misses 1, get_expired 1", "get k");
        Stats.expect(client, "cmd_get 1, get_misses 1, get_expired 0", "get k");
    }

    @Example
    @Checks("A-COUNT-11")
    void aFlushedItemIsAMissThatWasFlushed(TextClient client, Target target) {
        client.store("k", "v");
        target.advance(Duration.ofSeconds(2));
        client.expect("OK", "flush_all");
        Stats.expect(client, "cmd_get 1, get_misses 1, get_flushed 1", "get k");
        Stats.expect(client, "cmd_get 1, get_misses 1, get_flushed 0", "get k");
    }

    @Example
    @Checks("A-COUNT-12")
    void whatIsRefusedCountsNothing(TextClient client) {
        client.store("text", "text");
        for (var line : List.of(
                "incr text 1",
                "decr text 1",
                "incr text x",
                "touch text x",
                "unknown",
                "get",
                "delete",
                "set k 0 0 x",
                "version",
                "verbosity 0",
                "stats settings")) {
            Stats.expect(client, "", line);
        }
    }

    @Example
    @Checks("A-COUNT-13")
    void whatIsMutedCountsTheSame(TextClient client) {
        Stats.expect(client, "cmd_set 1, total_items 1", "set k 0 0 1 noreply", "5");
        Stats.expect(client, "incr_hits 1", "incr k 1 noreply");
        Stats.expect(client, "cmd_touch 1, touch_misses 1", "touch missing 1 noreply");
        Stats.expect(client, "delete_hits 1", "delete k noreply");
    }

    @Example
    @Checks("A-COUNT-14")
    void whatIsTooLargeIsNoStore(TextClient client) {
        var tooLarge = "v".repeat(LARGEST + 1);
        Stats.expect(client, "store_too_large 1", "set k 0 0 " + tooLarge.length(), tooLarge);
        Stats.expect(client, "store_too_large 1", "add k 0 0 " + tooLarge.length(), tooLarge);
    }

    private static String keys(List<Boolean> hits) {
        return String.join(
                " ", hits.stream().map(hit -> hit ? "hit" : "missing").toList());
    }
}
