package io.github.fakecached.fault;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What can happen to new connections, and to which of them. Immutable.
 *
 * <pre>{@code
 * memcached.faults().onConnect().nth(2).reset();                      // the second one that opens from now on
 * memcached.faults().onConnect().times(3).delay(Duration.ofMillis(500));
 * memcached.faults().onConnect().refuse();                            // nobody can connect
 * }</pre>
 */
public final class ConnectFaults extends PointFaults {

    ConnectFaults(Faults faults, Occurrence occurrence, boolean onServerClock) {
        super(faults, CommandMatcher.anyCommand(), occurrence, onServerClock, FaultPoint.CONNECT);
    }

    @Override
    public ConnectFaults onServerClock() {
        return new ConnectFaults(faults, occurrence, true);
    }

    /**
     * Picks one connection.
     *
     * @param number which of those that open from now on, from 1
     * @return the same step
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ConnectFaults nth(long number) {
        return new ConnectFaults(faults, occurrence.withNth(number), onServerClock);
    }

    /**
     * Picks each so-many-th connection: 2 for the second, the fourth and so on.
     *
     * @param number at least 1
     * @return the same step
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ConnectFaults everyNth(long number) {
        return new ConnectFaults(faults, occurrence.withEvery(number), onServerClock);
    }

    /**
     * Picks no more than so many connections.
     *
     * @param most at least 1
     * @return the same step
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ConnectFaults times(long most) {
        return new ConnectFaults(faults, occurrence.withTimes(most), onServerClock);
    }

    /**
     * Picks connections by chance. The seed is part of what the fault's {@code toString()} tells.
     *
     * @param probability how likely each is picked, from 0 to 1
     * @return the same step
     * @throws IllegalArgumentException if the probability is out of range
     */
    public ConnectFaults probability(double probability) {
        return probability(probability, ThreadLocalRandom.current().nextLong());
    }

    /**
     * Picks connections by chance that can be repeated.
     *
     * @param probability how likely each is picked, from 0 to 1
     * @param seed where chance begins; the same one picks the same connections
     * @return the same step
     * @throws IllegalArgumentException if the probability is out of range
     */
    public ConnectFaults probability(double probability, long seed) {
        return new ConnectFaults(faults, occurrence.withProbability(probability, seed), onServerClock);
    }

    /**
     * The ports are closed, so that clients see "connection refused", and opened again when the fault is removed. Connections
     * that are open stay so. Nobody sees who is refused, and so it cannot be asked for by number, nor is it counted.
     *
     * @return the fault, in force
     * @throws IllegalArgumentException if only some connections were picked
     */
    public InstalledFault refuse() {
        return install(new Fault.Refuse());
    }
}
