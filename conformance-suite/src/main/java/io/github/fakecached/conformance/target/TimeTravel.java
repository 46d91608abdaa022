package io.github.fakecached.conformance.target;

/** How a test can let time pass on a server. */
public enum TimeTravel {
    /** At once and by any amount: a clock that the test holds. */
    INSTANT,
    /** By any amount, but each jump takes up to a second: a server under libfaketime. */
    JUMP,
    /** Only by waiting as long, so not for more than a few seconds. */
    WAIT
}
