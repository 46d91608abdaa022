package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Dialect;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** What is said in meta commands: how often which of them is tried. */
final class MetaMoves {

    private MetaMoves() {}

    static List<Move> all() {
        return List.of(
                saying(30, MetaCommands.get()),
                saying(25, MetaCommands.store()),
                saying(12, MetaCommands.plainStore()),
                saying(12, MetaCommands.delete()),
                saying(15, MetaCommands.arithmetic()),
                saying(5, MetaCommands.debug()),
                saying(1, MetaCommands.noop()),
                saying(3, MetaCommands.nonsense()),
                saying(7, HostileLines.damaged(anyCommand())),
                saying(4, MetaCommands.pipelined()));
    }

    private static Move saying(int weight, Arbitrary<String> templates) {
        return new Move(weight, Dialect.META, templates);
    }

    private static Arbitrary<String> anyCommand() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, MetaCommands.get()),
                Tuple.of(5, MetaCommands.store()),
                Tuple.of(2, MetaCommands.delete()),
                Tuple.of(3, MetaCommands.arithmetic()),
                Tuple.of(1, MetaCommands.debug()),
                Tuple.of(1, MetaCommands.noop()));
    }
}
