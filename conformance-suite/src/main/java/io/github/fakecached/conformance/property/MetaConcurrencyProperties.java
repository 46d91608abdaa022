package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What connections see of each other's meta commands. */
class MetaConcurrencyProperties extends ConcurrentBursts {

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    @Checks("M-CONC-01")
    void commandsTakeEffectOneByOne(@ForAll("bursts") List<List<List<ItemCommand>>> bursts, Target target) {
        contend(target, Collections.nCopies(bursts.get(0).size(), Dialect.META), bursts);
    }
}
