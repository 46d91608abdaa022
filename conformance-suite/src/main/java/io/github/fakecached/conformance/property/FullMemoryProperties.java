package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import java.util.List;
import net.jqwik.api.Example;

/** A server whose memory fills up, and that throws nothing away. */
@StartedWith(Startup.WITHOUT_EVICTIONS)
class FullMemoryProperties extends TextRules {

    private static final String FULL = "SERVER_ERROR out of memory storing object";
    private static final String VALUE = FullMemory.VALUE;

    @Example
    @Checks({"A-OPTION-06", "A-OPTION-07"})
    void aFullServerRefusesAndKeepsWhatItHas(TextClient client) {
        int stored = FullMemory.fill(client);
        // The data are swallowed: what follows is read as commands.
        client.expect(FULL, "set full 0 0 " + VALUE.length(), VALUE);
        client.expect(FULL, "add full 0 0 " + VALUE.length(), VALUE);
        client.expectNone("full");
        for (int i = 0; i < stored; i++) {
            client.expectItem("k" + i, 0, VALUE);
        }
        client.expect("DELETED", "delete k0");
        client.expect("STORED", "add full 0 0 " + VALUE.length(), VALUE);
        client.expectItem("full", 0, VALUE);
    }

    @Example
    @Checks("A-OPTION-25")
    void onlyASetThatIsRefusedTakesTheOldItem(TextClient client) {
        FullMemory.fill(client);
        for (var command : List.of("replace k1 0 0 ", "append k1 0 0 ", "prepend k1 0 0 ")) {
            client.expect(FULL, command + VALUE.length(), VALUE);
        }
        client.expectItem("k1", 0, VALUE);
        client.expect(FULL, "set k1 0 0 " + VALUE.length(), VALUE);
        client.expectNone("k1");
    }
}
