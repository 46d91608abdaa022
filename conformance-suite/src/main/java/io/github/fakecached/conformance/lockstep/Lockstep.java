package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.run.PropertyEngine;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Transcript;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * Random commands to two servers at once, by the thousand. A divergence is shortened and thrown with a transcript and
 * the seed that makes it come again.
 */
public final class Lockstep {

    /** Long enough for items to meet, short enough to be shortened. */
    static final int STEPS = 200;

    private static final ThreadLocal<Lockstep> CURRENT = new ThreadLocal<>();

    private final Conversation conversation;
    private final Target reference;
    private final Target subject;
    private final Seed seed;
    private @Nullable Both both;
    private @Nullable PropertyExecutionResult result;

    /** Compares a subject with a reference, with commands drawn from a seed. */
    public Lockstep(Conversation conversation, Target reference, Target subject, Seed seed) {
        this.conversation = conversation;
        this.reference = reference;
        this.subject = subject;
        this.seed = seed;
    }

    /**
     * How a real server has to be started to answer the same way each time. Its LRU maintainer holds items that were
     * fetched a moment ago, as do its other threads, and incr and decr do not pad a number that somebody holds.
     */
    public static String[] serverOptions() {
        return new String[] {"-t", "1", "-o", "no_lru_maintainer,no_lru_crawler"};
    }

    /** Sends about this many random commands, and throws a {@link Divergence} or whatever else went wrong. */
    public void run(int commands) {
        CURRENT.set(this);
        try {
            PropertyEngine.run(
                    List.of(DiscoverySelectors.selectClass(LockstepProperties.class)), Math.max(1, commands / STEPS));
        } finally {
            CURRENT.remove();
        }
        report(Optional.ofNullable(result)
                .orElseThrow(() -> new IllegalStateException("jqwik did not run " + LockstepProperties.class)));
    }

    static Lockstep current() {
        return Optional.ofNullable(CURRENT.get())
                .orElseThrow(() -> new IllegalStateException("no lock step is under way in this thread"));
    }

    Conversation conversation() {
        return conversation;
    }

    Both freshConversation() {
        hangUp();
        var fresh = new Both(reference, subject);
        both = fresh;
        return fresh;
    }

    void hangUp() {
        if (both != null) {
            both.close();
            both = null;
        }
    }

    private void report(PropertyExecutionResult result) {
        if (result.status() == PropertyExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        var thrown = result.throwable().orElseThrow(() -> new IllegalStateException("jqwik gave no reason: " + result));
        var divergence = divergence(thrown)
                .map(found -> Shortening.shortest(found, this::stillThere))
                .map(Throwable::getMessage)
                .orElseGet(thrown::toString);
        throw new AssertionError(divergence + "\n# again: " + Seed.again(result.seed()), thrown);
    }

    private Optional<Divergence> stillThere(Transcript transcript) {
        try (var both = new Both(reference, subject)) {
            both.replay(transcript);
            return Optional.empty();
        } catch (Divergence again) {
            return Optional.of(again);
        }
    }

    private static Optional<Divergence> divergence(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(Divergence.class::isInstance)
                .map(Divergence.class::cast)
                .findFirst();
    }

    /** Hands jqwik the seed, and the result back to whoever started it. */
    static final class Settings implements AroundPropertyHook {

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            var lockstep = current();
            // What went wrong is thrown, once and in full, by report().
            PropertyEngine.silence(context);
            lockstep.seed.useFor(context);
            var result = property.execute();
            lockstep.result = result;
            return result;
        }
    }
}
