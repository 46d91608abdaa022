package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers of stats that tell of what is there. */
class GaugeProperties extends TextRules {

    private static final String[] OF_ITEMS = {"curr_items", "bytes"};

    @Property(tries = 15)
    @Checks({"A-COUNT-15", "A-COUNT-16"})
    void itemsAndTheirBytesAreCounted(
            @ForAll("keys") String key,
            @ForAll("values") String value,
            @ForAll("flags") long flags,
            TextClient client) {
        client.expect("NOT_FOUND", "delete " + key);
        var before = Stats.of(client);
        client.store(key, flags, 0, value);
        expectMore(before, client, 1, 48 + 8 + key.length() + 1 + (flags == 0 ? 0 : 4) + value.length() + 2);
        client.store(key, 0, 0, "");
        expectMore(before, client, 1, 48 + 8 + key.length() + 1 + 2);
        client.expect("DELETED", "delete " + key);
        expectMore(before, client, 0, 0);
    }

    private static void expectMore(Stats before, TextClient client, long... more) {
        var after = Stats.of(client);
        if (after.get("reclaimed") > before.get("reclaimed")) {
            return; // The new item has taken the room of one that was flushed before, which is not counted any more.
        }
        for (int i = 0; i < OF_ITEMS.length; i++) {
            long actual = after.get(OF_ITEMS[i]) - before.get(OF_ITEMS[i]);
            if (actual != more[i]) {
                throw new AssertionError(OF_ITEMS[i] + " went up by " + actual + " and not by " + more[i]);
            }
        }
    }

    @Example
    @Checks("A-COUNT-17")
    void connectionsAreCounted(TextClient client, Target target) {
        client.ask("version");
        var before = Stats.of(client);
        try (var first = target.connect();
                var second = target.connect()) {
            first.version();
            second.version();
            var after = Stats.of(client);
            long current = after.get("curr_connections") - before.get("curr_connections");
            long total = after.get("total_connections") - before.get("total_connections");
            // Connections that other properties have closed may be counted a moment longer.
            if (total != 2 || current > 2) {
                throw new AssertionError("of 2 new connections " + total + " and " + current + " are counted");
            }
        }
    }

    @Example
    @Checks("A-COUNT-18")
    void bytesOfTheNetworkAreCounted(TextClient client) {
        var before = Stats.of(client);
        client.store("k", "v".repeat(100_000));
        client.ask("get k");
        var after = Stats.of(client);
        for (var name : new String[] {"bytes_read", "bytes_written"}) {
            long more = after.get(name) - before.get(name);
            if (more < 100_000 || more > 120_000) {
                throw new AssertionError(name + " went up by " + more);
            }
        }
    }

    @Example
    @Checks("A-COUNT-19")
    void classesCountTheirOwnItems(TextClient client) {
        client.store("k", "v".repeat(1000));
        var before = Stats.of(client, "stats slabs");
        client.store("k", "5" + " ".repeat(999));
        client.ask("get k k missing");
        client.ask("incr k 1");
        client.ask("decr k 1");
        client.ask("touch k 0");
        client.ask("cas k 0 0 1000 0", "v".repeat(1000));
        client.ask("delete k");
        var after = Stats.of(client, "stats slabs");
        for (var counted : new String[] {
            "get_hits 2", "cmd_set 2", "delete_hits 1", "incr_hits 1", "decr_hits 1", "cas_badval 1", "touch_hits 1"
        }) {
            var words = counted.split(" ");
            long more = after.get("12:" + words[0]) - before.get("12:" + words[0]);
            if (more != Long.parseLong(words[1])) {
                throw new AssertionError("12:" + words[0] + " went up by " + more + " and not by " + words[1]);
            }
        }
    }

    @Example
    @Checks("A-COUNT-20")
    void theClockIsShown(TextClient client, Target target) {
        var before = Stats.of(client);
        target.advance(Duration.ofSeconds(2));
        var after = Stats.of(client);
        for (var name : new String[] {"time", "uptime"}) {
            long more = after.get(name) - before.get(name);
            if (more < 2 || more > 30) {
                throw new AssertionError("in 2 seconds " + name + " went up by " + more);
            }
        }
    }
}
