package io.github.fakecached.junit;

import java.util.function.Supplier;

/** A new fixture for each test. */
final class FreshFixtures implements FixtureSource {

    private final Supplier<Fixture> start;

    FreshFixtures(Supplier<Fixture> start) {
        this.start = start;
    }

    @Override
    public Fixture forClass() {
        throw new IllegalStateException(
                "with Lifecycle.PER_METHOD there is a fake during a test only: none for a static field,"
                        + " for @BeforeAll and @AfterAll methods, or for the constructor of a class with"
                        + " @TestInstance(PER_CLASS). Choose another lifecycle to have one there.");
    }

    @Override
    public Lease forTest() {
        return new Lease(start.get(), Fixture::close);
    }

    @Override
    public boolean hasOneForClass() {
        return false;
    }
}
