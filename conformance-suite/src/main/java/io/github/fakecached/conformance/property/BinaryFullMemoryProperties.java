package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server whose memory fills up, and that throws nothing away, as the binary protocol sees it. */
@StartedWith(Startup.WITHOUT_EVICTIONS)
class BinaryFullMemoryProperties extends BinaryRules {

    private static final String VALUE = FullMemory.VALUE;

    @Example
    @Checks("B-OPTION-04")
    void aFullServerRefusesQuietRequestsToo(BinaryClient client, TextClient text) {
        FullMemory.fill(text);
        for (int opcode : new int[] {SET, SETQ, ADD, ADDQ}) {
            client.expect(Status.NO_MEMORY, store(opcode, "full", 0, 0, VALUE));
        }
        text.expectNone("full");
        text.expect("DELETED", "delete k0");
        client.expect(Status.SUCCESS, store(SET, "full", 0, 0, VALUE));
    }

    @Example
    @Checks("B-OPTION-05")
    void onlyASetThatIsRefusedTakesTheOldItem(BinaryClient client, TextClient text) {
        FullMemory.fill(text);
        for (int opcode : new int[] {REPLACE, REPLACEQ}) {
            client.expect(Status.NO_MEMORY, store(opcode, "k1", 0, 0, VALUE));
        }
        for (int opcode : new int[] {APPEND, APPENDQ, PREPEND, PREPENDQ}) {
            client.expect(Status.NO_MEMORY, join(opcode, "k1", VALUE));
        }
        text.expectItem("k1", 0, VALUE);
        client.expect(Status.NO_MEMORY, store(SET, "k1", 0, 0, VALUE));
        text.expectNone("k1");
    }
}
