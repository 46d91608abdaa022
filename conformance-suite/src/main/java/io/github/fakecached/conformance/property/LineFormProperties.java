package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Escapes;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lines that are odd, but lines. */
class LineFormProperties extends TextRules {

    @Example
    @Checks("T-LINE-06")
    void aLineEndsWithin1024BytesBefore1614(Target target) {
        LineProperties.expectLongestLine(target, 1024);
    }

    @Example
    @Checks({"T-LINE-07", "T-LINE-08"})
    void onlyBlankAndLineFeedEndAWord(TextClient client) {
        for (var key : new String[] {"a\rb", "\ra", "a\tb", "\t", "a\u00a0b", "a\u000bb"}) {
            client.store(key, "v");
            client.expectItem(key, 0, "v");
        }
        client.expect("ERROR", "get\tk");
        client.expect("ERROR", "get\rk");
    }

    @Example
    @Checks("T-LINE-15")
    void oneCarriageReturnEndsALine(TextClient client) {
        client.store("k", "v");
        client.store("k\r", "w");
        client.expectItem("k\r", 0, "w");
        client.expectNone("k\r\r");
        client.expect("DELETED", "delete k\r");
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("T-LINE-09")
    void quitTakesAnyWords(Target target) {
        for (var line : new String[] {"quit x", "quit x y", "quit noreply"}) {
            try (var other = target.connect()) {
                other.send(line + "\r\n");
                var reply = other.readToEnd();
                if (!reply.isEmpty()) {
                    throw new AssertionError(line + " was answered " + reply);
                }
            }
        }
    }

    @Example
    @Checks("T-LINE-14")
    void nothingBehindQuitIsDone(TextClient client, Target target) {
        client.store("k", "old");
        try (var other = target.connect()) {
            other.send("quit\r\nset k 0 0 3\r\nnew\r\ndelete k\r\n");
            other.readToEnd();
        }
        client.expectItem("k", 0, "old");
    }

    @Property(tries = 10)
    @Checks("T-LINE-10")
    void aLineThatComesWholeMayBeLonger(@ForAll @IntRange(min = 2049, max = 8000) int length, TextClient client) {
        client.expect("ERROR", "x".repeat(length));
        client.expect("STORED", "set k 0 0 1" + " ".repeat(length), "5");
        client.expect("6", "incr k" + " ".repeat(length) + "1");
    }

    @Property(tries = 5)
    @Checks("T-LINE-11")
    void blanksBeforeAGetDoNotEndItsLicence(@ForAll @IntRange(max = 99) int blanks, Target target) {
        try (var patient = target.connect()) {
            patient.send(" ".repeat(blanks) + "gets " + "k ".repeat(5000));
            var reply = patient.ask("\r\n").text();
            boolean refused = blanks > 0 && target.version().hasNewParser();
            if (patient.closed() || !reply.equals(refused ? "ERROR\r\n" : "END\r\n")) {
                throw new AssertionError("after " + blanks + " blanks: " + Escapes.escape(reply));
            }
        }
    }

    @Property(tries = 10)
    @Checks("T-LINE-12")
    void textStaysText(@ForAll @IntRange(max = 24) int length, TextClient client) {
        client.expect("ERROR", "\u0080\u0081\u0082\u0083" + "\u0001".repeat(length));
        client.store("\u0080", "v");
    }
}
