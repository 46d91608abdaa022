package io.github.fakecached.junit;

/** Where the tests of a class get their fixtures from: one implementation for each way of sharing. */
interface FixtureSource {

    /** The fixture for what belongs to the class and not to a test, such as a static field. */
    Fixture forClass();

    /** A fixture for one test, ready for use. */
    Lease forTest();

    /** Whether {@link #forClass} has one. */
    default boolean hasOneForClass() {
        return true;
    }

    /** Whether tests that run in parallel get the same one, and {@link #forClass} too. */
    default boolean isSameForAllTests() {
        return false;
    }

    /** Closes the fixtures that belong to this source. */
    default void close() {}
}
