package io.github.fakecached.fault;

import java.time.Duration;

/**
 * The last step: what happens. Here is what can happen at every point. Immutable.
 *
 * <pre>{@code
 * memcached.faults().on(command("get")).afterExecute().delay(Duration.ofSeconds(3)); // later than the client's timeout
 * memcached.faults().on(command("set")).beforeExecute().onServerClock().delay(Duration.ofMinutes(1));
 * memcached.clock().advance(Duration.ofMinutes(1));                                  // a set that was delayed goes on
 * }</pre>
 */
public abstract sealed class PointFaults
        permits ConnectFaults, BeforeExecuteFaults, AfterExecuteFaults, DuringReplyFaults {

    final Faults faults;
    final CommandMatcher matcher;
    final Occurrence occurrence;
    final boolean onServerClock;
    private final FaultPoint point;

    PointFaults(Faults faults, CommandMatcher matcher, Occurrence occurrence, boolean onServerClock, FaultPoint point) {
        this.faults = faults;
        this.matcher = matcher;
        this.occurrence = occurrence;
        this.onServerClock = onServerClock;
        this.point = point;
    }

    /**
     * Has times that are given from here on counted by the fake's clock, so that a test has to advance it if it is paused, or
     * does not want to wait.
     *
     * @return the same step
     */
    public abstract PointFaults onServerClock();

    /**
     * All goes on as usual, only later. Other requests of the same connection wait behind it. The delay of a reply beyond the
     * client's timeout is {@code afterExecute().delay(...)}: it comes late, on the same connection.
     *
     * @param duration how long; from 0 to {@link Fault#LONGEST}
     * @return the fault, in force
     * @throws IllegalArgumentException if the duration is out of range
     */
    public InstalledFault delay(Duration duration) {
        return install(new Fault.Delay(duration, onServerClock));
    }

    /**
     * What comes waits until the test opens the gate.
     *
     * @return the gate, closed and in force
     */
    public Gate gate() {
        return (Gate) install(new Fault.Hold());
    }

    /**
     * Nothing happens any more on the connection, which stays open. If the fault is removed all goes on as usual.
     *
     * @return the fault, in force
     */
    public InstalledFault stall() {
        return install(new Fault.Stall());
    }

    /**
     * The connection is closed, as by a server that ends it on purpose (FIN), once the replies before are sent.
     *
     * @return the fault, in force
     */
    public InstalledFault close() {
        return install(new Fault.Close());
    }

    /**
     * The connection is cut off, as by a server that crashes (RST), once the replies before are sent. Over a Unix domain socket,
     * which cannot do that, it is closed.
     *
     * @return the fault, in force
     */
    public InstalledFault reset() {
        return install(new Fault.Reset());
    }

    final InstalledFault install(Fault fault) {
        return faults.install(new FaultRule(matcher, occurrence, point, fault));
    }
}
