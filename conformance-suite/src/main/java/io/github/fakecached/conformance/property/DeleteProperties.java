package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** delete. */
class DeleteProperties extends TextRules {

    @Property
    @Checks("T-DELETE-01")
    void theItemIsGone(@ForAll("keys") String key, @ForAll("values") String value, TextClient client) {
        client.expect("NOT_FOUND", "delete " + key);
        client.store(key, value);
        client.expect("DELETED", "delete " + key);
        client.expectNone(key);
        client.expect("STORED", "add " + key + " 0 0 1", "v");
    }

    @Property
    @Checks("T-DELETE-02")
    void aZeroAfterTheKeyIsAccepted(@ForAll("keys") String key, TextClient client) {
        client.store(key, "v");
        client.expect("DELETED", "delete " + key + " 0");
        client.expect("NOT_FOUND", "delete " + key + " 0");
    }

    @Example
    @Checks("T-DELETE-03")
    void anotherWordAfterTheKeyIsIgnoredSince1640(TextClient client) {
        for (var word : new String[] {"1", "x", "-1", "00"}) {
            client.store("k", "v");
            if (client.hasNewParser()) {
                client.expect("DELETED", "delete k " + word);
            } else {
                client.expect(FORMAT + ".  Usage: delete <key> [noreply]", "delete k " + word);
                client.expectItem("k", 0, "v");
            }
        }
    }
}
