package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server with another delimiter of prefixes, which counts them from the start. */
@StartedWith(Startup.OTHER_DELIMITER)
class DelimiterProperties extends TextRules {

    @Example
    @Checks("A-OPTION-20")
    void prefixesEndWhereTheyWereToldTo(TextClient client) {
        client.store("with/k:v", "v");
        client.store("with:k", "v");
        client.expect("PREFIX with get 0 hit 0 set 1 del 0\r\nEND", "stats detail dump");
    }
}
