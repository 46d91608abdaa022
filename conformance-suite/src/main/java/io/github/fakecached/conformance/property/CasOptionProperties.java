package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A server without uniques. */
@StartedWith(Startup.WITHOUT_CAS)
class CasOptionProperties extends TextRules {

    @Example
    @Checks("A-OPTION-01")
    void everyUniqueIsZero(TextClient client, Target target) {
        afterTheFlush(target);
        client.store("k", 5, 0, "v");
        client.expect("VALUE k 5 1 0\r\nv\r\nEND", "gets k");
        client.expect("VALUE k 5 1 0\r\nv\r\nEND", "gats 0 k");
    }

    @Example
    @Checks("A-OPTION-02")
    void casNeverStores(TextClient client, Target target) {
        afterTheFlush(target);
        client.store("k", "old");
        for (var unique : List.of("0", "1", "2", "18446744073709551615")) {
            client.expect("EXISTS", "cas k 0 0 1 " + unique, "v");
        }
        client.expect("NOT_FOUND", "cas missing 0 0 1 0", "v");
        client.expectItem("k", 0, "old");
    }

    @Property(tries = 2)
    @Checks("A-OPTION-03")
    void itemsMayBeEightBytesLarger(
            @ForAll @IntRange(min = 1, max = 250) int keyLength, TextClient client, Target target) {
        var key = "k".repeat(keyLength);
        afterTheFlush(target);
        int largest = LARGEST + 1 + 8 - keyLength;
        client.expect(TOO_LARGE, "set " + key + " 0 0 " + (largest + 1), "v".repeat(largest + 1));
        client.store(key, "v".repeat(largest));
    }
}
