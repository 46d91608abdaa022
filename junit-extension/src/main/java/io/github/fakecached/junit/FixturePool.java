package io.github.fakecached.junit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fixtures that are used again, reset, by one test after another. There are as many as tests run at the same time, which is one
 * unless they run in parallel.
 */
final class FixturePool implements FixtureSource {

    private final Supplier<Fixture> start;
    private final List<Fixture> all = new ArrayList<>();
    private final Deque<Fixture> idle = new ArrayDeque<>();
    private @Nullable Fixture first;

    FixturePool(Supplier<Fixture> start) {
        this.start = start;
    }

    @Override
    public synchronized Fixture forClass() {
        Fixture own = first;
        if (own == null) {
            own = startAnother();
            idle.push(own);
        }
        return own;
    }

    @Override
    public Lease forTest() {
        Fixture fixture = take();
        try {
            fixture.reset();
        } catch (RuntimeException e) {
            giveBack(fixture);
            throw e;
        }
        return new Lease(fixture, this::giveBack);
    }

    @Override
    public synchronized void close() {
        CloseAll.of(all.stream().<Runnable>map(fixture -> fixture::close).toList());
    }

    private synchronized Fixture take() {
        Fixture free = idle.poll();
        return free == null ? startAnother() : free;
    }

    private synchronized void giveBack(Fixture fixture) {
        idle.push(fixture);
    }

    private Fixture startAnother() {
        Fixture fixture = start.get();
        all.add(fixture);
        if (first == null) {
            first = fixture;
        }
        return fixture;
    }
}
