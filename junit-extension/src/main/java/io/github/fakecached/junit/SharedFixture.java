package io.github.fakecached.junit;

import java.util.function.Supplier;

/** The same fixture for all, which others start when it is first asked for, and close. */
final class SharedFixture implements FixtureSource {

    private final Supplier<Fixture> shared;

    SharedFixture(Supplier<Fixture> shared) {
        this.shared = shared;
    }

    @Override
    public Fixture forClass() {
        return shared.get();
    }

    @Override
    public Lease forTest() {
        Fixture fixture = shared.get();
        fixture.repair();
        return new Lease(fixture, unchanged -> {});
    }

    @Override
    public boolean isSameForAllTests() {
        return true;
    }
}
