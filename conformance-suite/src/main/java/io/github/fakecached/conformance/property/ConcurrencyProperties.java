package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What connections see of each other's commands. */
class ConcurrencyProperties extends ConcurrentBursts {

    private static final int MANY = 64;

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    @Checks("T-CONC-01")
    void commandsTakeEffectOneByOne(@ForAll("bursts") List<List<List<ItemCommand>>> bursts, Target target) {
        contend(target, Collections.nCopies(bursts.get(0).size(), Dialect.TEXT), bursts);
    }

    @Example
    @Checks("T-CONC-02")
    void ofAsManyCountersNoneIsLost(Target target) {
        var counting = List.of(
                ItemCommand.count(Verb.INCR, "n", "1"),
                ItemCommand.of(Verb.GETS, "n"),
                ItemCommand.count(Verb.INCR, "n", "3"),
                ItemCommand.cas("n", 0, "5", ""));
        var zero = List.of(List.of(ItemCommand.store(Verb.SET, "n", 0, "0")));
        contend(
                target,
                Collections.nCopies(MANY, Dialect.TEXT),
                List.of(zero, Collections.nCopies(MANY, counting), Collections.nCopies(MANY, counting)));
    }
}
