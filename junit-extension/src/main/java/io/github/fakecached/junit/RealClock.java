package io.github.fakecached.junit;

import io.github.fakecached.clock.ControllableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes a clock in a test's hand move real servers: forward, which is the only way they go. */
final class RealClock implements Runnable {

    /** A thread may be held up between two looks at the time by so much. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final ControllableClock clock;
    private final ControllableClock unmoved;
    private final List<RealServer> servers;
    private Duration ahead = Duration.ZERO;

    private RealClock(Instant now, List<RealServer> servers) {
        this.clock = ControllableClock.startingAt(now);
        this.unmoved = ControllableClock.startingAt(now);
        this.servers = servers;
    }

    /** A new clock that shows the time of the first of the servers. */
    static ControllableClock of(List<RealServer> servers) {
        RealClock moving = new RealClock(Instant.ofEpochSecond(servers.get(0).time()), servers);
        moving.clock.addListener(moving);
        return moving.clock;
    }

    /** The clock was changed: moves the servers as far. */
    @Override
    public synchronized void run() {
        Duration moved = Duration.between(unmoved.now(), clock.now()).minus(ahead);
        if (clock.isPaused() || moved.compareTo(TOLERANCE.negated()) < 0) {
            throw FakeOnly.because("the clock of real memcached can be advanced, but neither paused nor set back");
        }
        if (moved.compareTo(Duration.ZERO) > 0) {
            ahead = ahead.plus(moved);
            servers.forEach(server -> server.advance(rounded(moved)));
        }
    }

    /** What was asked for, without the time that the looking took. */
    private static Duration rounded(Duration moved) {
        return Duration.ofMillis(Math.round(moved.toNanos() / 10e6) * 10);
    }
}
