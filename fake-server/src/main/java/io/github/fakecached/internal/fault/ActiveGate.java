package io.github.fakecached.internal.fault;

import io.github.fakecached.fault.FaultRule;
import io.github.fakecached.fault.Gate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A gate in force: a fault whose arrivals can be waited for. Open, it is over, and still counts who passes. */
final class ActiveGate extends ActiveFault implements Gate {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    ActiveGate(FaultRule rule, Consumer<ActiveFault> removal) {
        super(rule, removal);
    }

    @Override
    public void awaitArrival() {
        awaitArrivals(1, TIME_LIMIT);
    }

    @Override
    public synchronized void awaitArrivals(long count, Duration atMost) {
        if (count < 1) {
            throw new IllegalArgumentException("1 arrival or more can be waited for, not " + count);
        }
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (hits() < count) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException(
                            hits() + " of " + count + " came within " + atMost.toMillis() + " ms to the gate: " + this);
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting at the gate: " + this, e);
        }
    }

    @Override
    public void open() {
        end();
    }
}
