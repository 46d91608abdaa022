package io.github.fakecached.conformance.property;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When to stop asking a server that does not answer, so that a run ends whatever the server does. */
final class Patience {

    private static final int MISSED_REPLIES = 3;

    /** Rules hold or do not in the cases that were tried by then; a server that needs a second for each reply is slow. */
    private static final Duration TRIES = Duration.ofSeconds(20);

    /** No try of a server that answers takes half as long. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

    private final Duration whole;
    private final Duration tries;
    private final Duration longestTry;
    private final long end;
    private final Map<Class<?>, Integer> missed = new HashMap<>();

    /** For a run that may take so long as a whole. */
    Patience(Duration whole) {
        this(whole, TRIES, LONGEST_TRY);
    }

    /**
     * For a run in which a property takes less time than usual.
     *
     * @param tries after this time it is not tried again
     * @param longestTry after this time besides, what is under way is cut off
     */
    Patience(Duration whole, Duration tries, Duration longestTry) {
        this.whole = whole;
        this.tries = tries;
        this.longestTry = longestTry;
        this.end = System.nanoTime() + whole.toNanos();
    }

    /** When no further try begins of a property whose tries begin now, as {@link System#nanoTime()}. */
    long endOfTries() {
        return endOf(tries);
    }

    /** When a property that begins now is cut off, in the midst of a try. */
    long endOfProperty() {
        return endOf(tries.plus(longestTry));
    }

    private long endOf(Duration time) {
        return Math.min(end, System.nanoTime() + time.toNanos());
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
