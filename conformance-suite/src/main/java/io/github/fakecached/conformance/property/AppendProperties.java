package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** append and prepend. */
class AppendProperties extends TextRules {

    @Property
    @Checks("T-APPEND-01")
    void dataAreAddedAtEitherEndAndFlagsStay(
            @ForAll("values") String middle,
            @ForAll("values") String end,
            @ForAll("values") String start,
            @ForAll("flags") long flags,
            TextClient client) {
        client.expect("NOT_STORED", "append k 1 0 " + end.length(), end);
        client.expect("NOT_STORED", "prepend k 1 0 " + start.length(), start);
        client.store("k", flags, 0, middle);
        client.expect("STORED", "append k 1 0 " + end.length(), end);
        client.expect("STORED", "prepend k 1 0 " + start.length(), start);
        client.expectItem("k", flags, start + middle + end);
    }

    @Example
    @Checks("T-APPEND-02")
    void whatWouldBeTooLargeIsNotStored(TextClient client) {
        var half = "v".repeat(LARGEST / 2 + 1);
        client.store("k", half);
        client.expect("NOT_STORED", "append k 0 0 " + half.length(), half);
        client.expect("NOT_STORED", "prepend k 0 0 " + half.length(), half);
        client.expectItem("k", 0, half);
    }

    @Example
    @Checks("T-APPEND-03")
    void nothingCanBeAdded(TextClient client) {
        client.store("k", "value");
        for (var command : List.of("append", "prepend")) {
            var before = client.unique("k");
            client.expect("STORED", command + " k 0 0 0", "");
            client.expectItem("k", 0, "value");
            if (client.unique("k").equals(before)) {
                throw new AssertionError("the unique is that of before");
            }
        }
    }
}
