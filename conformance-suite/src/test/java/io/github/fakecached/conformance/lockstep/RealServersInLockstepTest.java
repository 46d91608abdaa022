package io.github.fakecached.conformance.lockstep;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Two servers of the same program must never differ: if they do, lock step compares what it must not. */
class RealServersInLockstepTest {

    private static final int COMMANDS = 10_000;

    @Test
    void aServerAnswersAsASecondOneOfItsKind() throws Exception {
        var source = Targets.configured().process(Lockstep.serverOptions());
        try (var first = open(source);
                var second = open(source)) {
            new Lockstep(first, second, Optional.empty()).run(COMMANDS);
        }
    }

    private static Target open(TargetSource source) {
        try {
            return source.open();
        } catch (TargetAbsent absent) {
            assumeTrue(!Targets.configured().requires(source.kind()), absent.getMessage());
            throw new TestAbortedException(absent.getMessage(), absent);
        }
    }
}
