package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which bytes a key may have, and how many. */
class KeyProperties extends TextRules {

    @Property
    @Checks("T-KEY-01")
    void aKeyMayHaveAnyByteThatEndsNoWord(@ForAll("keys") String key, @ForAll("keys") String other, TextClient client) {
        client.store(key, "1");
        client.expectItem(key, 0, "1");
        client.expect("2", "incr " + key + " 1");
        client.expect("TOUCHED", "touch " + key + " 0");
        if (!other.equals(key)) {
            client.expectNone(other);
        }
        client.expect("DELETED", "delete " + key);
    }

    @Property(tries = 20)
    @Checks("T-KEY-02")
    void aLongerKeyIsRefused(@ForAll @IntRange(min = 251, max = 1000) int length, TextClient client) {
        var key = "k".repeat(length);
        for (var line :
                new String[] {"incr " + key + " 1", "decr " + key + " 1", "touch " + key + " 0", "delete " + key}) {
            client.expect(FORMAT, line);
        }
        // Since 1.6.40 an empty line follows; a defect, which is not asked for here.
        for (var line : new String[] {"get " + key, "gets k " + key, "gat 0 " + key}) {
            var reply = client.ask(line);
            if (!reply.equals(FORMAT + "\r\n") && !(client.hasNewParser() && reply.equals(FORMAT + "\r\n\r\n"))) {
                throw new AssertionError("expected " + FORMAT + " for " + line);
            }
        }
    }

    @Example
    @Checks("T-KEY-03")
    void nulIsAByteOfAKeySince1640(TextClient client) {
        client.store("a", "whole");
        if (client.hasNewParser()) {
            client.store("a\0b", "part");
            client.expectItem("a\0b", 0, "part");
            client.expectItem("a", 0, "whole");
        } else {
            client.expect("VALUE a 0 5\r\nwhole\r\nEND", "get a\0b");
        }
    }
}
