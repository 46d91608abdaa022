package io.github.fakecached.conformance.lockstep;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.state.ActionChain;

/**
 * What {@link Lockstep} lets jqwik run; of no use without it, since it takes the two servers from there.
 *
 * <p>jqwik does not shrink here, {@link Shortening} does: when its time is up jqwik leaves a try running in another thread,
 * where it goes on talking to servers that the next try is talking to.
 */
@AddLifecycleHook(value = Lockstep.Settings.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
class LockstepProperties {

    @Property(
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED,
            shrinking = ShrinkingMode.OFF)
    void bothServersAnswerAlike(@ForAll("conversations") ActionChain<Both> conversation) {
        try {
            WholeState.compare(conversation.run());
        } finally {
            Lockstep.current().hangUp();
        }
    }

    @Provide
    Arbitrary<ActionChain<Both>> conversations() {
        return Lockstep.current().conversation().ofSteps(Lockstep.STEPS, Lockstep.current()::freshConversation);
    }
}
