package io.github.fakecached.junit;

import java.util.function.Consumer;

/** A fixture for the time of one test, and what becomes of it afterwards. */
final class Lease extends StoredResource {

    private final Fixture fixture;
    private final Consumer<Fixture> afterwards;

    Lease(Fixture fixture, Consumer<Fixture> afterwards) {
        this.fixture = fixture;
        this.afterwards = afterwards;
    }

    Fixture fixture() {
        return fixture;
    }

    @Override
    public void close() {
        afterwards.accept(fixture);
    }
}
