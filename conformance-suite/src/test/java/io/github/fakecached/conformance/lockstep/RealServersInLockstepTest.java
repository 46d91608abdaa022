package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Targets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers of the same program must never differ: if they do, lock step compares what it must not. */
class RealServersInLockstepTest {

    private static final int COMMANDS = 4_000;

    @ParameterizedTest
    @EnumSource
    void aServerAnswersAsASecondOneOfItsKind(Conversation conversation) throws Exception {
        var source = Targets.configured().process(Lockstep.serverOptions());
        try (var first = OpenTarget.orAbort(source);
                var second = OpenTarget.orAbort(source)) {
            new Lockstep(conversation, first, second, Seed.of("random")).run(COMMANDS);
        }
    }
}
