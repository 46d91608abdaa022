package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Commands that ask for no reply. */
class NoreplyProperties extends TextRules {

    @Property(tries = 20)
    @Checks("T-NOREPLY-01")
    void commandsDoTheirWorkInSilence(@ForAll("values") String value, TextClient client) {
        client.expect("", "set k 0 0 1 noreply", "1");
        client.expectItem("k", 0, "1");
        client.expect("", "incr k 41 noreply");
        client.expectItem("k", 0, "42");
        client.expect("", "decr k 2 noreply");
        client.expect("", "append k 0 0 1 noreply", "x");
        client.expect("", "prepend k 0 0 1 noreply", "x");
        client.expectItem("k", 0, "x40x");
        client.expect("", "replace k 6 0 " + value.length() + " noreply", value);
        client.expectItem("k", 6, value);
        client.expect("", "cas k 7 0 1 " + client.unique("k") + " noreply", "c");
        client.expectItem("k", 7, "c");
        client.expect("", "touch k 0 noreply");
        client.expect("", "delete k noreply");
        client.expectNone("k");
        client.expect("", "add k 8 0 1 noreply", "a");
        client.expectItem("k", 8, "a");
        client.expect("", "flush_all noreply");
        client.expectNone("k");
        client.expect("", "verbosity 0 noreply");
    }

    @Example
    @Checks("T-NOREPLY-02")
    void errorsAreMutedToo(TextClient client) {
        client.store("k", "text");
        for (var line : List.of(
                "incr k 1",
                "incr k x",
                "incr missing 1",
                "decr k 1",
                "touch k x",
                "touch missing 1",
                "delete missing",
                "flush_all x",
                "verbosity x")) {
            client.expect("", line + " noreply");
        }
        client.expect("", "add k 0 0 1 noreply", "v");
        client.expect("", "cas k 0 0 1 0 noreply", "v");
        client.expect("", "cas missing 0 0 1 0 noreply", "v");
        client.expect("", "replace missing 0 0 1 noreply", "v");
        client.expect("", "append missing 0 0 1 noreply", "v");
        client.expect("", "set big 0 0 " + (LARGEST + 99) + " noreply", "v".repeat(LARGEST + 99));
        client.expectBytes("", "set k 0 0 1 noreply\r\nv12");
        client.expectItem("k", 0, "text");
    }

    @Example
    @Checks("T-NOREPLY-03")
    void onlyTheExactWordMutes(TextClient client) {
        for (var word : List.of("NOREPLY", "Noreply", "noreply!", "norepl", "no")) {
            client.expect("STORED", "set k 0 0 1 " + word, "1");
            client.expect("2", "incr k 1 " + word);
            client.expect("TOUCHED", "touch k 0 " + word);
        }
    }

    @Example
    @Checks("T-NOREPLY-04")
    void versionIsNotMuted(TextClient client) {
        client.expect("VERSION " + client.connection().version(), "version noreply");
    }
}
