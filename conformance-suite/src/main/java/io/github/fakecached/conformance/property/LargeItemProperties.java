package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A server with larger items. */
@StartedWith(Startup.LARGE_ITEMS)
class LargeItemProperties extends TextRules {

    @Property(tries = 4)
    @Checks("A-OPTION-09")
    void theLimitIsWhatWasChosen(@ForAll @IntRange(min = 1, max = 250) int keyLength, TextClient client) {
        ItemLimit.expect(client, 2 * 1024 * 1024, keyLength);
    }

    @Example
    @Checks("A-OPTION-10")
    void theLimitIsShown(TextClient client) {
        if (!client.ask("stats settings").contains("STAT item_size_max 2097152\r\n")) {
            throw new AssertionError("expected item_size_max 2097152");
        }
    }
}
