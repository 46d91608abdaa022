package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A server with smaller items. */
@StartedWith(Startup.SMALL_ITEMS)
class SmallItemProperties extends TextRules {

    @Property(tries = 10)
    @Checks("A-OPTION-11")
    void theLimitMayBeSmall(@ForAll @IntRange(min = 1, max = 250) int keyLength, TextClient client) {
        ItemLimit.expect(client, 512 * 1024, keyLength);
    }
}
