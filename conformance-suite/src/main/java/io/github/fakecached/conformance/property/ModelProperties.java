package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.wire.Dialect;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;

/** Random sequences in text. */
class ModelProperties extends ModelSequences {

    @Property(tries = 40)
    @Checks("T-MODEL-01")
    void theModelForetellsEveryReply(@ForAll("sequences") ActionChain<ForetoldServer> sequence) {
        sequence.run();
    }

    @Provide
    Arbitrary<ActionChain<ForetoldServer>> sequences() {
        return sequencesIn(Dialect.TEXT);
    }
}
