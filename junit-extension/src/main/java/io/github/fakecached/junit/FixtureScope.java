package io.github.fakecached.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All that lives as long as the test class that asked for it: its fixtures, and which of them is promised to whom. Knows nothing
 * of Jupiter's contexts.
 */
final class FixtureScope extends StoredResource {

    private final Class<?> owner;
    private final InjectedTypes types;
    private final List<PublishedProperty> publish;
    private final boolean real;
    private final FixtureSource fixtures;
    private final Map<Thread, Lease> upcoming = new ConcurrentHashMap<>();
    private volatile boolean heldByClass;

    FixtureScope(
            Class<?> owner,
            InjectedTypes types,
            List<PublishedProperty> publish,
            boolean real,
            FixtureSource fixtures) {
        this.owner = owner;
        this.types = types;
        this.publish = publish;
        this.real = real;
        this.fixtures = fixtures;
    }

    /** The class that asked for it; its nested classes use it too. */
    Class<?> owner() {
        return owner;
    }

    InjectedTypes types() {
        return types;
    }

    /** The system properties that tell of its fixtures. */
    List<PublishedProperty> publish() {
        return publish;
    }

    /** Whether the servers are real ones, which can do less than fakes. */
    boolean isReal() {
        return real;
    }

    /** Starts what the first test needs, so that the class ends here if it cannot be had. */
    void requireServers() {
        if (hasFixtureForClass()) {
            fixtures.forClass();
        } else {
            fixtures.forTest().close();
        }
    }

    boolean hasFixtureForClass() {
        return fixtures.hasOneForClass();
    }

    Fixture forClass() {
        holdByClass();
        return fixtures.forClass();
    }

    /** Notes that the tests of the class see a fixture in a common place. */
    void holdByClass() {
        heldByClass = true;
    }

    /** Whether no test finds what another one has done. */
    boolean isNewForEachTest() {
        return !fixtures.isSameForAllTests();
    }

    /** What the class itself has in a common place, if it has. */
    Optional<Fixture> heldFixture() {
        return heldByClass && fixtures.hasOneForClass() ? Optional.of(fixtures.forClass()) : Optional.empty();
    }

    /** Whether tests would get in each other's way if they ran in parallel. */
    boolean forbidsParallelCheck() {
        return heldByClass && isNewForEachTest();
    }

    /**
     * The fixture for a test whose instances this thread is making. Jupiter makes them, parameters and all, before it has a
     * context for the test, and then runs the test in the same thread.
     *
     * @param first whether nothing has been asked for by that test yet
     */
    Fixture forConstructor(boolean first) {
        if (first) {
            drop(upcoming.remove(Thread.currentThread()));
        }
        return upcoming.computeIfAbsent(Thread.currentThread(), thread -> fixtures.forTest())
                .fixture();
    }

    /** What {@link #forConstructor} has given to this thread for the next test, or else what the class holds. */
    Optional<Fixture> forConstructorSoFar() {
        Lease waiting = upcoming.get(Thread.currentThread());
        return waiting == null ? heldFixture() : Optional.of(waiting.fixture());
    }

    /**
     * The fixture for a test, the one its constructors got if they got one.
     *
     * @param constructed whether they did; if not, what waits in this thread is for a test that was never run
     */
    Lease forTest(boolean constructed) {
        Lease waiting = upcoming.remove(Thread.currentThread());
        if (constructed && waiting != null) {
            return waiting;
        }
        drop(waiting);
        return fixtures.forTest();
    }

    @Override
    public void close() {
        upcoming.values().forEach(Lease::close);
        fixtures.close();
    }

    private static void drop(@Nullable Lease lease) {
        if (lease != null) {
            lease.close();
        }
    }
}
