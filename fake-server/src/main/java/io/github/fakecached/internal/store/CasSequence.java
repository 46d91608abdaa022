package io.github.fakecached.internal.store;

/**
 * Where cas uniques come from: one sequence for the server. Since memcached 1.6.27 the first is 2 and an attempt to store
 * uses one up even if it fails; before, the first was 1 and only a success took one.
 */
final class CasSequence {

    private final boolean attemptsTakeOne;
    private long last;

    CasSequence(boolean attemptsTakeOne) {
        this.attemptsTakeOne = attemptsTakeOne;
        this.last = attemptsTakeOne ? 1 : 0;
    }

    long next() {
        return ++last;
    }

    /** The unique reserved by an attempt to store, to be given to {@link #forStored}. */
    long forAttempt() {
        return attemptsTakeOne ? next() : 0;
    }

    long forStored(long reserved) {
        return reserved != 0 ? reserved : next();
    }
}
