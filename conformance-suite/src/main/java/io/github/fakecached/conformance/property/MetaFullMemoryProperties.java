package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import java.util.List;
import net.jqwik.api.Example;

/** A server whose memory fills up, and that throws nothing away, as meta commands see it. */
@StartedWith(Startup.WITHOUT_EVICTIONS)
class MetaFullMemoryProperties extends TextRules {

    private static final String FULL = "SERVER_ERROR out of memory storing object";
    private static final String VALUE = FullMemory.VALUE;

    @Example
    @Checks("M-OPTION-03")
    void aFullServerRefusesAndKeepsWhatItHas(TextClient client) {
        int stored = FullMemory.fill(client);
        for (var flags : List.of("", " q", " O1 k c s", " ME", " MA N30")) {
            client.expect(FULL, "ms full " + VALUE.length() + flags, VALUE);
            client.expect("EN", "mg full");
        }
        for (int i = 0; i < stored; i++) {
            client.expect("HD s" + VALUE.length(), "mg k" + i + " s");
        }
        client.expect("HD", "md k0");
        client.expect("HD", "ms full " + VALUE.length(), VALUE);
    }

    @Example
    @Checks("M-OPTION-04")
    void anItemThatCannotBeReplacedIsGoneInEveryMode(TextClient client) {
        for (var mode : List.of("", " MR", " MA", " MP q", " C1")) {
            client.begin();
            FullMemory.fill(client);
            client.expect(FULL, "ms k1 " + VALUE.length() + mode, VALUE);
            client.expect("EN", "mg k1");
        }
    }

    @Example
    @Checks("M-OPTION-05")
    void nothingIsMadeWhereThereIsNoRoom(TextClient client) {
        FullMemory.fill(client);
        FullMemory.fillWithSmallItems(client);
        client.expect("EN", "mg none N30 t");
        client.expect("SERVER_ERROR Out of memory allocating new item", "ma none N30 v");
        client.expectNone("none");
    }
}
