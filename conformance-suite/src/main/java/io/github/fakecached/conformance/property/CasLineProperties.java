package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The words in the line of a cas. */
class CasLineProperties extends TextRules {

    @Example
    @Checks("T-CAS-06")
    void wordsAfterTheUniqueAreIgnoredUpToACount(TextClient client) {
        client.store("k", "old");
        client.expect("STORED", "cas k 0 0 1 " + client.unique("k") + " x", "1");
        client.expectItem("k", 0, "1");
        var line = "cas k 0 0 1 " + client.unique("k") + " x y";
        client.expect(client.hasNewParser() ? "STORED" : "ERROR\r\nERROR", line, "2");
        client.expectItem("k", 0, client.hasNewParser() ? "2" : "1");
    }

    @Example
    @Checks("T-CAS-07")
    void aCasNeedsAUnique(TextClient client) {
        client.store("k", "old");
        client.expect(client.hasNewParser() ? FORMAT : "ERROR\r\nERROR", "cas k 0 0 4", "data");
        client.expect(client.hasNewParser() ? "" : "ERROR", "cas k 0 0 4 noreply", "data");
        client.expectItem("k", 0, "old");
    }

    @Example
    @Checks("T-CAS-10")
    void aPlusSignBeforeTheUniqueIsRefusedSince1640(TextClient client) {
        client.store("k", "old");
        var line = "cas k 0 0 4 +" + client.unique("k");
        client.expect(client.hasNewParser() ? FORMAT : "STORED", line, "data");
    }

    @Property(tries = 20)
    @Checks("T-CAS-12")
    void theUniqueMayHaveLeadingZeros(@ForAll @IntRange(max = 20) int digits, TextClient client) {
        client.store("k", "old");
        var unique = client.unique("k");
        var padded = "0".repeat(Math.max(0, digits - unique.length())) + unique;
        client.expect("STORED", "cas k 0 0 3 " + padded, "new");
        client.expectItem("k", 0, "new");
    }
}
