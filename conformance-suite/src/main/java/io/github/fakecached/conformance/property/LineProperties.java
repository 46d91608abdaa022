package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lines: how they end, where they may have blanks, how long they may be. */
class LineProperties extends TextRules {

    private static final int LONGEST = 2048;

    @Property
    @Checks("T-LINE-01")
    void lineFeedAloneEndsALine(@ForAll("keys") String key, @ForAll("values") String value, TextClient client) {
        client.expectBytes("STORED", "set " + key + " 0 0 " + value.length() + "\n" + value + "\r\n");
        var item = "VALUE " + key + " 0 " + value.length() + "\r\n" + value + "\r\nEND";
        client.expectBytes(item, "get " + key + "\n");
        client.expectBytes("DELETED", "delete " + key + "\n");
    }

    @Property(tries = 20)
    @Checks("T-LINE-02")
    void blanksMayBeRepeated(@ForAll @IntRange(min = 1, max = 50) int count, TextClient client) {
        var blanks = " ".repeat(count);
        client.expect("STORED", String.join(blanks, "set", "k", "0", "0", "1", ""), "5");
        client.expect("VALUE k 0 1\r\n5\r\nEND", String.join(blanks, "get", "k", ""));
        client.expect("6", String.join(blanks, "incr", "k", "1", ""));
        client.expect("", String.join(blanks, "delete", "k", "noreply", ""));
        client.expectNone("k");
    }

    @Property(tries = 20)
    @Checks("T-LINE-03")
    void blanksAtTheStartAreErrorsSince1640(@ForAll @IntRange(min = 1, max = 50) int count, TextClient client) {
        client.expect(client.hasNewParser() ? "ERROR" : "END", " ".repeat(count) + "get k");
    }

    @Example
    @Checks("T-LINE-04")
    void onlyGetMayBeLong(TextClient client, Target target) {
        expectLongestLine(target, LONGEST);
        client.store("k", "v");
        try (var longGet = target.connect()) {
            longGet.send("get " + "x ".repeat(20_000));
            var reply = longGet.ask("k\r\n").text();
            if (!reply.equals("VALUE k 0 1\r\nv\r\nEND\r\n")) {
                throw new AssertionError("a long get was answered " + reply);
            }
        }
    }

    @Example
    @Checks("T-LINE-05")
    void quitAnswersWhatCameBefore(TextClient client) {
        client.expectClose("STORED\r\nEND", "set k 0 0 1\r\nv\r\nget missing\r\nquit\r\n");
    }

    /** Sees that this many bytes without LF are waited with, and one more is not. */
    static void expectLongestLine(Target target, int longest) {
        try (var patient = target.connect()) {
            patient.send("x".repeat(longest));
            var early = patient.listen(Duration.ofMillis(50));
            var reply = patient.ask("\r\n").text();
            if (!early.isEmpty() || !reply.equals("ERROR\r\n")) {
                throw new AssertionError("after " + longest + " bytes: " + early + reply);
            }
        }
        for (var start : new String[] {"x", "set k ", "gat 0 "}) {
            try (var closed = target.connect()) {
                closed.send(start + "x".repeat(longest + 1 - start.length()));
                var reply = closed.readToEnd();
                if (!reply.isEmpty()) {
                    throw new AssertionError("before the connection was closed: " + reply);
                }
            }
        }
    }
}
