package io.github.fakecached.conformance.property;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When to stop asking a server that does not answer, so that a run ends whatever the server does. */
final class Patience {

    private static final int MISSED_REPLIES = 3;

    private final Duration whole;
    private final long end;
    private final Map<Class<?>, Integer> missed = new HashMap<>();

    /** For a run that may take so long as a whole. */
    Patience(Duration whole) {
        this.whole = whole;
        this.end = System.nanoTime() + whole.toNanos();
    }

    /** When a property that begins now has to end, as {@link System#nanoTime()}, if it may take so long. */
    long endOf(Duration property) {
        return Math.min(end, System.nanoTime() + property.toNanos());
    }

    /** A property of this class waited for a reply in vain. */
    void missedReply(Class<?> properties) {
        missed.merge(properties, 1, Integer::sum);
    }

    /** Why nothing is tried any more, if so. */
    Optional<String> isOver() {
        return System.nanoTime() - end > 0
                ? Optional.of("the time of the run, " + whole.toSeconds() + " s, was over")
                : Optional.empty();
    }

    /** Why the properties of this class are not tried any more, if so. */
    Optional<String> isOver(Class<?> properties) {
        var over = isOver();
        if (over.isPresent()) {
            return over;
        }
        return missed.getOrDefault(properties, 0) >= MISSED_REPLIES
                ? Optional.of("given up: the server had not answered " + MISSED_REPLIES + " times before, for rules of "
                        + properties.getSimpleName())
                : Optional.empty();
    }
}
