package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The same bytes in other packets, and more of them at once than anybody reads meanwhile. */
class CutProperties extends TextRules {

    @Property(tries = 4)
    @Checks("T-PIPE-03")
    void everyCutGivesTheSameReplies(
            @ForAll @Size(min = 1, max = 4) List<@From("lines") String> lines, TextClient client, Target target) {
        var bytes = String.join("", lines);
        var expected = client.askBytes(bytes);
        for (int cut = 1; cut < bytes.length(); cut++) {
            client.ask("flush_all");
            try (var other = target.connect()) {
                other.send(bytes.substring(0, cut));
                var actual = other.ask(bytes.substring(cut)).text();
                if (!actual.equals(expected)) {
                    throw new AssertionError("cut after " + cut + " bytes answered " + actual);
                }
            }
        }
    }

    @Property(tries = 5)
    @Checks("T-PIPE-07")
    void dataMayComeInAnyNumberOfPackets(
            @ForAll("values") String value,
            @ForAll @IntRange(min = 1, max = 5000) int length,
            TextClient client,
            Target target) {
        var bytes = "set k 0 0 " + value.length() + "\r\n" + value + "\r\n";
        try (var other = target.connect()) {
            int step = Math.max(length, bytes.length() / 50);
            for (int from = 0; from < bytes.length(); from += step) {
                other.send(bytes.substring(from, Math.min(bytes.length(), from + step)));
            }
            if (!other.ask("").text().equals("STORED\r\n")) {
                throw new AssertionError("not stored");
            }
        }
        client.expectItem("k", 0, value);
    }

    @Example
    @Checks("T-PIPE-04")
    void repliesWaitForTheDataThatAreOwed(TextClient client, Target target) {
        try (var other = target.connect()) {
            other.send("set a 0 0 1\r\n1\r\nset b 0 0 5\r\nab");
            var early = other.listen(Duration.ofMillis(50));
            var late = other.ask("cde\r\n").text();
            if (!early.isEmpty() || !late.equals("STORED\r\nSTORED\r\n")) {
                throw new AssertionError("before the data came: " + early + ", then: " + late);
            }
        }
        client.expectItem("a", 0, "1");
    }

    @Property(tries = 3)
    @Checks("T-PIPE-05")
    void thousandsOfCommandsAreAnsweredAtOnce(@ForAll @IntRange(min = 1000, max = 4000) int count, TextClient client) {
        client.store("k", "v".repeat(1000));
        var reply = "VALUE k 0 1000\r\n" + "v".repeat(1000) + "\r\nEND\r\n";
        var all = reply.repeat(count);
        client.expectBytes(all.substring(0, all.length() - 2), "get k\r\n".repeat(count));
    }

    /** Lines with their data; no uniques, which go on counting, and no arithmetic, which pads differently meanwhile. */
    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(
                "set a 5 0 3\r\n\r\n\n\r\n",
                "set a 0 0 0\r\n\r\n",
                "add a 4294967295 0 1 noreply\r\n1\r\n",
                "append a 0 0 2\r\n\r\n\r\n",
                "set a 0 0 1\r\ntoo long\r\n",
                "set a 0 0 x\r\nget a\r\n",
                "set a x 0 1\r\n1\r\n",
                "get a b a\r\n",
                "gat 0 a\n",
                "touch a 100\r\n",
                "delete a\r\n",
                "unknown\r\n",
                "get a  \r\n",
                "verbosity x\r\n",
                "version\r\n");
    }
}
