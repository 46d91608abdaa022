package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The numbers in the line of a store, and what the data behind it may be taken for. */
class StoreLineProperties extends TextRules {

    @Property(tries = 30)
    @Checks("T-STORE-09")
    void numbersMayHaveLeadingZeros(
            @ForAll("flags") long flags,
            @ForAll("values") String value,
            @ForAll @IntRange(max = 5) int zeros,
            TextClient client) {
        var zero = "0".repeat(zeros);
        client.expect("STORED", "set k " + zero + flags + " " + zero + "0 " + zero + value.length(), value);
        client.expectItem("k", flags, value);
        client.expect("STORED", "set k +" + flags + " +1000 " + value.length(), value);
        client.expectItem("k", flags, value);
    }

    @Example
    @Checks("T-STORE-10")
    void timesAreCutTo32Bits(TextClient client) {
        for (var past : List.of("2147483648", "4294967295", "-2147483648")) {
            client.expect("STORED", "set k 0 " + past + " 1", "v");
            client.expectNone("k");
        }
        for (var never : List.of("4294967296", "8589934592")) {
            client.expect("STORED", "set k 0 " + never + " 1", "v");
            client.expectItem("k", 0, "v");
        }
    }

    @Example
    @Checks("T-STORE-11")
    void aPlusSignBeforeTheLengthIsRefusedSince1640(TextClient client) {
        if (client.hasNewParser()) {
            client.expect(FORMAT + "\r\nERROR", "set k 0 0 +4", "data");
            client.expectNone("k");
        } else {
            client.expect("STORED", "set k 0 0 +4", "data");
            client.expectItem("k", 0, "data");
        }
    }

    @Example
    @Checks("T-STORE-13")
    void hugeDataAreWaitedFor(Target target) {
        try (var patient = target.connect()) {
            for (var part : List.of("set k 0 0 2147483645\r\n", "v".repeat(LARGEST + 1), "\r\nversion\r\n")) {
                patient.send(part);
                var early = patient.listen(Duration.ofMillis(20));
                if (!early.isEmpty() || patient.closed()) {
                    throw new AssertionError("before its data were complete a store was answered " + early);
                }
            }
        }
    }

    @Property(tries = 30)
    @Checks("T-STORE-17")
    void commandsAmongTheDataAreData(@ForAll("values") String value, TextClient client) {
        var data = "set k 0 0 1\r\n" + value + "\r\nget k\r\ndelete k\r\nquit\r\n";
        client.store("k", 7, 0, data);
        client.expectItem("k", 7, data);
    }
}
