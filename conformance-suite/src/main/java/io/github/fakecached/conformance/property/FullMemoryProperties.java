package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server whose memory fills up, and that throws nothing away. */
@StartedWith(Startup.WITHOUT_EVICTIONS)
class FullMemoryProperties extends TextRules {

    private static final String FULL = "SERVER_ERROR out of memory storing object";
    private static final String VALUE = "v".repeat(100_000);
    private static final int MANY = 200;

    @Example
    @Checks({"A-OPTION-06", "A-OPTION-07"})
    void aFullServerRefusesAndKeepsWhatItHas(TextClient client) {
        int stored = 0;
        while (stored < MANY && store(client, stored).equals("STORED\r\n")) {
            stored++;
        }
        if (stored == 0 || stored == MANY) {
            throw new AssertionError(stored + " of " + MANY + " items were stored");
        }
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

    private static String store(TextClient client, int number) {
        return client.ask("set k" + number + " 0 0 " + VALUE.length(), VALUE);
    }
}
