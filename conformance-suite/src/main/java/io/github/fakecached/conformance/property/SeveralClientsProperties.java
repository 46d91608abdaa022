package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.RawText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What connections see of one another. */
class SeveralClientsProperties extends TextRules {

    @Property(tries = 30)
    @Checks("T-STORE-15")
    void whatOneStoresOthersSee(
            @ForAll("keys") String key, @ForAll("values") String value, TextClient client, Target target) {
        try (var other = target.connect()) {
            client.store(key, value);
            see(other, "get " + key, "VALUE " + key + " 0 " + value.length() + "\r\n" + value + "\r\nEND");
            see(other, "delete " + key, "DELETED");
            client.expectNone(key);
        }
    }

    @Example
    @Checks({"T-STORE-16", "T-PIPE-06"})
    void theStoreThatIsCompleteLastStays(TextClient client, Target target) {
        client.store("k", "old");
        try (var first = target.connect();
                var second = target.connect()) {
            first.send("set k 1 0 5\r\nfir");
            second.send("set k 2 0 6\r\nsec");
            client.expectItem("k", 0, "old");
            see(second, "ond", "STORED");
            client.expectItem("k", 2, "second");
            see(first, "st", "STORED");
            client.expectItem("k", 1, "first");
        }
    }

    @Example
    @Checks("T-CAS-11")
    void onlyTheFirstThatSawAUniqueStores(TextClient client, Target target) {
        client.store("k", "old");
        var unique = client.unique("k");
        try (var other = target.connect()) {
            see(other, "gets k", "VALUE k 0 3 " + unique + "\r\nold\r\nEND");
            see(other, "cas k 0 0 5 " + unique + "\r\nother", "STORED");
            client.expect("EXISTS", "cas k 0 0 3 " + unique, "own");
            client.expectItem("k", 0, "other");
        }
    }

    @Property(tries = 5)
    @Checks("T-INCR-13")
    void incrementsOfSeveralClientsAddUp(
            @ForAll @IntRange(min = 2, max = 5) int clients,
            @ForAll @IntRange(min = 1, max = 200) int times,
            TextClient client,
            Target target) {
        client.store("k", "0");
        var others = new ArrayList<RawText>();
        try {
            for (int i = 0; i < clients; i++) {
                others.add(target.connect());
            }
            // All of them send before the first is waited for.
            others.forEach(other -> other.begin("incr k 1\r\n".repeat(times)));
            others.forEach(RawText::finish);
            client.expect(String.valueOf(clients * times), "incr k 0");
        } finally {
            others.forEach(RawText::close);
        }
    }

    @Example
    @Checks("T-LINE-13")
    void halfALineIsNothing(TextClient client, Target target) {
        client.store("k", "v");
        for (var half : List.of("delete k", "delete k\r", "flush_all", "set k 0 0 1\r\nx\r")) {
            try (var other = target.connect()) {
                other.send(half);
            }
            client.expectItem("k", 0, "v");
        }
    }

    private static void see(RawText other, String line, String reply) {
        var actual = other.ask(line + "\r\n").text();
        if (!actual.equals(reply + "\r\n")) {
            throw new AssertionError("another connection was answered " + actual + " to " + line);
        }
    }
}
