package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;
import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import net.jqwik.api.Example;

/** A server without flush, as the binary protocol sees it. */
@StartedWith(Startup.WITHOUT_FLUSH)
class BinaryFlushOptionProperties extends BinaryRules {

    @Example
    @Checks("B-OPTION-03")
    void nothingIsFlushed(BinaryClient client, TextClient text) {
        text.store("k", "v");
        for (int opcode : new int[] {FLUSH, FLUSHQ}) {
            client.expect(Status.REFUSED, bare(opcode));
            client.expect(Status.REFUSED, request(opcode, number(1000, 4), "", ""));
        }
        text.expectItem("k", 0, "v");
    }
}
