package io.github.fakecached.fault;

/**
 * Which of the requests or connections that match a fault picks. All that is asked for must be so. Immutable. Made by steps such as
 * {@link RequestFaults#nth}; a test needs one for a {@link FaultRule} of its own.
 *
 * <pre>{@code
 * var oneInTen = new Occurrence(0, 1, Long.MAX_VALUE, 0.1, 42); // by chance, but the same ones in each run
 * memcached.faults().install(new FaultRule(command("get"), oneInTen, FaultPoint.BEFORE_EXECUTE, new Fault.Reset()));
 * }</pre>
 *
 * @param nth only the one with this number, from 1; 0 for any
 * @param every only each so-many-th; 1 for all
 * @param times no more than so many; {@link Long#MAX_VALUE} for no limit
 * @param probability how likely each is picked, from 0 to 1
 * @param seed where chance begins; the same one picks the same requests
 */
public record Occurrence(long nth, long every, long times, double probability, long seed) {

    /** All of them. */
    public static final Occurrence ALWAYS = new Occurrence(0, 1, Long.MAX_VALUE, 1, 0);

    /**
     * An occurrence.
     *
     * @param nth only the one with this number, from 1
     * @param every only each so-many-th
     * @param times no more than so many
     * @param probability how likely each is picked, from 0 to 1
     * @param seed where chance begins
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Occurrence {
        if (nth < 0) {
            throw new IllegalArgumentException("the first is nth(1): there is no nth(" + nth + ")");
        }
        if (every < 1) {
            throw new IllegalArgumentException("each one is everyNth(1): there is no everyNth(" + every + ")");
        }
        if (times < 1) {
            throw new IllegalArgumentException("a fault happens at least once: there is no times(" + times + ")");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is from 0 to 1, not " + probability);
        }
    }

    Occurrence withNth(long number) {
        if (number == 0) {
            throw new IllegalArgumentException("the first is nth(1): there is no nth(0)");
        }
        return new Occurrence(number, every, times, probability, seed);
    }

    Occurrence withEvery(long number) {
        return new Occurrence(nth, number, times, probability, seed);
    }

    Occurrence withTimes(long number) {
        return new Occurrence(nth, every, number, probability, seed);
    }

    Occurrence withProbability(double likely, long from) {
        return new Occurrence(nth, every, times, likely, from);
    }

    /**
     * In words.
     *
     * @return each with a comma before it; nothing if it is all
     */
    @Override
    public String toString() {
        return (nth > 0 ? ", number " + nth : "")
                + (every > 1 ? ", one in " + every : "")
                + (times < Long.MAX_VALUE ? ", at most " + times + " times" : "")
                + (probability < 1 ? ", with probability " + probability + " (seed " + seed + ")" : "");
    }
}
