package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.Dialect;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;

/** Random sequences in the binary protocol and, about the same items, in the others. */
class BinaryModelProperties extends ModelSequences {

    @Property(tries = 40)
    @Checks("B-MODEL-01")
    void theModelForetellsEveryAnswer(@ForAll("sequences") ActionChain<ForetoldServer> sequence) {
        sequence.run();
    }

    @Provide
    Arbitrary<ActionChain<ForetoldServer>> sequences() {
        return sequencesIn(Dialect.BINARY, Dialect.TEXT, Dialect.META);
    }
}
