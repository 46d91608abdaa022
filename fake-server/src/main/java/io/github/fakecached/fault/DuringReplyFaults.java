package io.github.fakecached.fault;

import java.time.Duration;

/**
 * What can happen to a reply. A delay, a gate, a stall, a close and a reset come behind its first byte. Requests without a reply
 * are not picked, and not counted. Immutable.
 *
 * <pre>{@code
 * memcached.faults().on(keyMatching("big:.*")).duringReply().truncateAfter(100).thenReset();
 * memcached.faults().on(command("get")).duringReply().drip(Duration.ofMillis(10));
 * memcached.faults().on(command("mg")).nth(1).duringReply().garbage("VALUE\r\n".getBytes(StandardCharsets.US_ASCII));
 * }</pre>
 */
public final class DuringReplyFaults extends PointFaults {

    DuringReplyFaults(Faults faults, CommandMatcher matcher, Occurrence occurrence, boolean onServerClock) {
        super(faults, matcher, occurrence, onServerClock, FaultPoint.DURING_REPLY);
    }

    @Override
    public DuringReplyFaults onServerClock() {
        return new DuringReplyFaults(faults, matcher, occurrence, true);
    }

    /**
     * Only the beginning of the reply is sent; the next step says what comes then.
     *
     * @param bytes how many bytes of it; at least 0. A reply that is shorter is sent whole
     * @return the next step, without which nothing is installed
     * @throws IllegalArgumentException if the number is negative
     */
    public Truncation truncateAfter(int bytes) {
        return new Truncation(this, bytes);
    }

    /**
     * Other bytes are sent instead of the reply, and the connection goes on with the next request.
     *
     * @param bytes at least one
     * @return the fault, in force
     * @throws IllegalArgumentException if there are no bytes
     */
    public InstalledFault garbage(byte[] bytes) {
        return install(new Fault.Garbage(bytes));
    }

    /**
     * The reply is sent byte by byte.
     *
     * @param interval the time between two bytes; from 0 to {@link Fault#LONGEST}
     * @return the fault, in force
     * @throws IllegalArgumentException if the interval is out of range
     */
    public InstalledFault drip(Duration interval) {
        return install(new Fault.Drip(interval, onServerClock));
    }

    /** What comes behind the beginning of a reply. */
    public static final class Truncation {

        private final DuringReplyFaults faults;
        private final int bytes;

        private Truncation(DuringReplyFaults faults, int bytes) {
            this.faults = faults;
            this.bytes = new Fault.Truncate(bytes, Fault.Aftermath.NOTHING).bytes();
        }

        /**
         * The connection is closed (FIN).
         *
         * @return the fault, in force
         */
        public InstalledFault thenClose() {
            return then(Fault.Aftermath.CLOSE);
        }

        /**
         * The connection is cut off (RST).
         *
         * @return the fault, in force
         */
        public InstalledFault thenReset() {
            return then(Fault.Aftermath.RESET);
        }

        /**
         * Nothing more comes. If the fault is removed, the rest of the reply is sent, and all goes on as usual.
         *
         * @return the fault, in force
         */
        public InstalledFault thenStall() {
            return then(Fault.Aftermath.STALL);
        }

        /**
         * The rest of the reply is lost, and the connection goes on with the next request.
         *
         * @return the fault, in force
         */
        public InstalledFault thenNothing() {
            return then(Fault.Aftermath.NOTHING);
        }

        private InstalledFault then(Fault.Aftermath aftermath) {
            return faults.install(new Fault.Truncate(bytes, aftermath));
        }
    }
}
