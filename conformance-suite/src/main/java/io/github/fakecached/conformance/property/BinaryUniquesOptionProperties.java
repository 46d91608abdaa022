package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;

/** A server without uniques, as the binary protocol sees it. */
@StartedWith(Startup.WITHOUT_CAS)
class BinaryUniquesOptionProperties extends BinaryRules {

    @Example
    @Checks("B-OPTION-01")
    void noAnswerHasAUnique(BinaryClient client, Target target) {
        afterTheFlush(target);
        for (var request : List.of(
                store(SET, "k", 0, 0, "5"),
                keyed(GET, "k"),
                join(APPEND, "k", "0"),
                count(INCREMENT, "k", BigInteger.ONE, BigInteger.ONE, 0),
                touch(GAT, "k", 0))) {
            var answer = client.one(request);
            if (answer.status() != 0 || number(answer.cas()) != 0) {
                throw new AssertionError("expected success and no unique");
            }
        }
    }

    @Example
    @Checks("B-OPTION-02")
    void onlyDeletingAndCountingLookAtAUnique(BinaryClient client, TextClient text, Target target) {
        afterTheFlush(target);
        var unique = number(7, 8);
        text.store("k", "5");
        client.expect(Status.EXISTS, keyed(DELETE, "k").withCas(unique));
        client.expect(
                Status.EXISTS,
                count(INCREMENT, "k", BigInteger.ONE, BigInteger.ONE, 0).withCas(unique));
        text.expectItem("k", 0, "5");
        client.expect(Status.SUCCESS, join(APPEND, "k", "0").withCas(unique));
        text.expectItem("k", 0, "50");
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "new").withCas(unique));
        text.expectItem("k", 0, "new");
    }
}
