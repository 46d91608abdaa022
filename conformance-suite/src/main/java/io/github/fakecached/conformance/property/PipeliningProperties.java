package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Several commands at once, and commands in several packets. */
class PipeliningProperties extends TextRules {

    @Property
    @Checks("T-PIPE-01")
    void commandsAreAnsweredAsOneByOne(@ForAll("commands") @Size(max = 40) List<String> commands, TextClient client) {
        var oneByOne = new StringBuilder();
        commands.forEach(command -> oneByOne.append(client.askBytes(command)));
        client.begin();
        var atOnce = client.askBytes(String.join("", commands));
        if (!atOnce.contentEquals(oneByOne)) {
            throw new AssertionError("at once answered differently than one by one:\n" + oneByOne);
        }
    }

    @Property(tries = 30)
    @Checks("T-PIPE-02")
    void packetsMayEndAnywhere(
            @ForAll("commands") @Size(min = 1, max = 6) List<String> commands,
            @ForAll @IntRange(min = 1, max = 12) int length,
            TextClient client,
            Target target) {
        var expected = client.askBytes(String.join("", commands));
        client.begin();
        var bytes = String.join("", commands);
        try (var other = target.connect()) {
            for (int from = 0; from < bytes.length(); from += length) {
                other.send(bytes.substring(from, Math.min(bytes.length(), from + length)));
            }
            var actual = other.ask("").text();
            if (!actual.equals(expected)) {
                throw new AssertionError("in packets of " + length + " answered " + actual);
            }
        }
    }

    /** No uniques, which go on counting, and no arithmetic, which pads differently while a reply is still to be sent. */
    @Provide
    Arbitrary<List<String>> commands() {
        var keys = Arbitraries.of("a", "b", "c");
        var value = Arbitraries.of("", "1", "value", "v\r\nv", "get a");
        var store = Combinators.combine(
                        Arbitraries.of("set", "add", "replace", "append", "prepend"),
                        keys,
                        value,
                        Arbitraries.of("", " noreply"))
                .as((command, key, data, noreply) ->
                        command + " " + key + " 0 0 " + data.length() + noreply + "\r\n" + data + "\r\n");
        var other = Combinators.combine(Arbitraries.of("get", "delete", "gat 0", "unknown"), keys)
                .as((command, key) -> command + " " + key + "\r\n");
        return Arbitraries.oneOf(store, other).list();
    }
}
