package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server that counts the sizes of items. */
@StartedWith(Startup.TRACKED_SIZES)
class StatisticsOptionProperties extends TextRules {

    @Example
    @Checks("A-OPTION-19")
    void itemsAreCountedInStepsOf32Bytes(TextClient client) {
        client.expect("END", "stats sizes");
        client.store("k", "v");
        client.store("l", "v".repeat(100));
        client.store("m", "v".repeat(101));
        client.expect("STAT 64 1\r\nSTAT 160 1\r\nSTAT 192 1\r\nEND", "stats sizes");
        client.ask("delete m");
        client.expect("STAT 64 1\r\nSTAT 160 1\r\nEND", "stats sizes");
    }
}
