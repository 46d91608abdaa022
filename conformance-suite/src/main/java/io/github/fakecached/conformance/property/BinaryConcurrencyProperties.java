package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What connections that speak the binary protocol see of each other, and of others. */
class BinaryConcurrencyProperties extends ConcurrentBursts {

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    @Checks("B-CONC-01")
    void requestsTakeEffectOneByOne(@ForAll("bursts") List<List<List<ItemCommand>>> bursts, Target target) {
        contend(target, Collections.nCopies(bursts.get(0).size(), Dialect.BINARY), bursts);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    @Checks("B-CONC-02")
    void itIsTheSameAcrossDialects(@ForAll("bursts") List<List<List<ItemCommand>>> bursts, Target target) {
        var all = List.of(Dialect.values());
        var dialects = IntStream.range(0, bursts.get(0).size())
                .mapToObj(i -> all.get(i % all.size()))
                .toList();
        contend(target, dialects, bursts);
    }
}
