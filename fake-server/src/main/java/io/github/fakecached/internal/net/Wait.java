package io.github.fakecached.internal.net;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.fault.ActiveFault;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something on an event loop that goes on later: once a fault is over, or after some time. Blocks nobody. To be used by the loop's
 * thread only.
 */
final class Wait {

    private final EventLoop loop;
    private final ControllableClock clock;
    private final ActiveFault fault;
    private final Runnable goesOn;
    private final Runnable letGo;
    private final Runnable clockListener;
    private @Nullable Instant deadline;
    private @Nullable Future<?> timer;
    private boolean ended;

    Wait(EventLoop loop, ControllableClock clock, ActiveFault fault, Runnable goesOn) {
        this.loop = loop;
        this.clock = clock;
        this.fault = fault;
        this.goesOn = goesOn;
        this.letGo = () -> loop.execute(this::end);
        this.clockListener = () -> loop.execute(this::look);
    }

    /** Goes on when the fault is over. */
    void begin() {
        fault.whenOver(letGo);
    }

    /** Goes on when the fault is over, and at the latest after some time. */
    void begin(Duration atMost, boolean onServerClock) {
        if (onServerClock) {
            deadline = clock.now().plus(atMost);
            clock.addListener(clockListener);
            look();
        } else {
            endAfter(atMost);
        }
        begin();
    }

    /** Does not go on at all. */
    void cancel() {
        ended = true;
        fault.forget(letGo);
        clock.removeListener(clockListener);
        cancelTimer();
    }

    private void look() {
        if (ended || deadline == null) {
            return;
        }
        cancelTimer();
        Duration left = Duration.between(clock.now(), deadline);
        if (left.isNegative() || left.isZero()) {
            letGo.run();
        } else if (!clock.isPaused()) {
            endAfter(left);
        }
    }

    private void endAfter(Duration duration) {
        timer = loop.schedule(this::end, TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void end() {
        if (!ended) {
            cancel();
            goesOn.run();
        }
    }
}
