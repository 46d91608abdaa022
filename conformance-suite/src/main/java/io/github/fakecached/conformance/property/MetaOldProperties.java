package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The meta commands as they were before they got their present form. */
class MetaOldProperties extends TextRules {

    @Property(tries = 30)
    @Checks("M-OLD-01")
    void theLengthWasAFlag(@ForAll("values") String value, @ForAll("flags") long flags, TextClient client) {
        client.expect("OK ", "ms k S" + value.length() + " F" + flags, value);
        client.expectItem("k", flags, value);
        client.expect("VA " + value.length() + " f" + flags + "\r\n" + value, "mg k v f");
        client.expect("OK f" + flags, "mg k f");
    }

    @Example
    @Checks("M-OLD-02")
    void codesHadBlanksBehindThem(TextClient client) {
        client.expect("EN", "mg k k O1 v");
        client.expect(FORMAT, "mg k");
        client.expect("NF ", "md k");
        client.expect("NF  kk O1", "md k k O1");
        client.store("k", "5");
        client.expect("OK", "ma k");
        client.expect("EX ", "ma k C1");
        client.expect("OK ", "md k");
    }

    @Example
    @Checks("M-OLD-03")
    void codesStillHadBlanksBehindThem(TextClient client) {
        client.expect("EN", "mg k k O1 v");
        client.expect(FORMAT, "mg k");
        client.expect("NF ", "md k");
        client.expect("NF  kk O1", "md k k O1");
        client.expect("HD", "ms k 1", "5");
        client.expect("HD", "ma k");
        client.expect("EX ", "ma k C1");
        client.expect("HD ", "md k");
    }
}
