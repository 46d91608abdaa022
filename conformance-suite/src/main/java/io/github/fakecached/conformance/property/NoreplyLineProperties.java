package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Where noreply counts and where it does not. */
class NoreplyLineProperties extends TextRules {

    @Example
    @Checks("T-NOREPLY-05")
    void whatIsSwallowedIsTheSame(TextClient client) {
        var longKey = "k".repeat(251);
        for (var words : List.of("k x 0 4", "k 0 x 4", longKey + " 0 0 4")) {
            client.expect(client.hasNewParser() ? "" : "ERROR", "set " + words + " noreply", "data");
        }
        client.expect(client.hasNewParser() ? "" : "ERROR", "cas k 0 0 4 x noreply", "data");
        client.expectNone("k");
    }

    @Example
    @Checks("T-NOREPLY-06")
    void tooFewWordsAreNotMuted(TextClient client) {
        var error = client.hasNewParser() ? FORMAT : "ERROR";
        for (var line : List.of("set noreply", "set k noreply", "set k 0 noreply", "incr noreply", "touch noreply")) {
            client.expect(error, line);
        }
    }

    @Example
    @Checks("T-NOREPLY-07")
    void noreplyMustBeLast(TextClient client) {
        if (client.hasNewParser()) {
            client.expect("STORED", "set k 0 0 1 noreply x", "5");
            client.expect("6", "incr k 1 noreply x");
            client.expect("TOUCHED", "touch k 0 noreply x");
            client.expect("", "set k 0 0 1 x noreply", "5");
        } else {
            client.store("k", "5");
            client.expect("ERROR\r\nERROR", "set k 0 0 1 noreply x", "data");
            client.expect("ERROR\r\nERROR", "set k 0 0 1 x noreply", "data");
            client.expect("ERROR", "incr k 1 noreply x");
            client.expect("ERROR", "touch k 0 noreply x");
        }
        client.expectItem("k", 0, "5");
    }

    @Example
    @Checks("T-NOREPLY-08")
    void anUnknownCommandIsMutedSince1640(TextClient client) {
        for (var line : List.of("unknown noreply", "unknown k 0 noreply", "SET k noreply")) {
            client.expect(client.hasNewParser() ? "" : "ERROR", line);
        }
    }

    @Example
    @Checks("T-NOREPLY-09")
    void aBadLengthIsNotMutedSince1640(TextClient client) {
        for (var length : List.of("x", "-1", "2147483647", "")) {
            client.expect(client.hasNewParser() ? FORMAT : "", "set k 0 0 " + length + " noreply");
        }
        client.expectNone("k");
    }

    @Example
    @Checks("T-NOREPLY-10")
    void statsAreNotMuted(TextClient client) {
        client.expect("RESET", "stats reset noreply");
        if (!client.ask("stats settings noreply").endsWith("END\r\n")) {
            throw new AssertionError("stats settings is muted");
        }
    }

    @Example
    @Checks("T-NOREPLY-11")
    void noreplyInThePlaceOfANumberIsABadNumberThatIsMuted(TextClient client) {
        client.store("k", "5");
        client.expect("", "incr k noreply");
        client.expect("", "decr k noreply");
        client.expect("", "touch k noreply");
        client.expectItem("k", 0, "5");
    }

    @Property(tries = 20)
    @Checks("T-NOREPLY-12")
    void mutedCommandsLeaveTheRepliesInStep(@ForAll @Size(min = 1, max = 200) List<Boolean> muted, TextClient client) {
        var sent = new StringBuilder();
        var expected = new StringBuilder();
        for (int i = 0; i < muted.size(); i++) {
            boolean quiet = muted.get(i);
            sent.append("set k " + i + " 0 1" + (quiet ? " noreply" : "") + "\r\nv\r\nget k\r\n");
            expected.append(quiet ? "" : "STORED\r\n").append("VALUE k " + i + " 1\r\nv\r\nEND\r\n");
        }
        client.expectBytes(expected.substring(0, expected.length() - 2), sent.toString());
    }
}
