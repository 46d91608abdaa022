package io.github.fakecached.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Something that can go wrong: one of a closed set. What each does at which point is told in docs/FAULTS.md. Immutable.
 *
 * <p>The steps that begin with {@link Faults#on} make these; a test needs them to have a fault as a value.
 *
 * <pre>{@code
 * Fault fault = new Fault.Truncate(10, Fault.Aftermath.CLOSE);
 * for (FaultPoint point : fault.points()) {
 *     memcached.faults().install(new FaultRule(command("get"), Occurrence.ALWAYS, point, fault));
 * }
 * }</pre>
 */
public sealed interface Fault {

    /** The longest time that something can take. */
    Duration LONGEST = Duration.ofDays(36_500);

    /**
     * Where it means something.
     *
     * @return a set of its own
     */
    Set<FaultPoint> points();

    /**
     * A fault after which all goes on as usual, only later. Other requests of the same connection wait behind it.
     *
     * @param duration how long; from 0 to {@link #LONGEST}
     * @param onServerClock whether the time is that of the fake's clock, which a test can advance, and not that of the wall
     */
    record Delay(Duration duration, boolean onServerClock) implements Fault {

        /**
         * A delay.
         *
         * @param duration how long
         * @param onServerClock whether the time is that of the fake's clock, which a test can advance, and not that of the wall
         * @throws IllegalArgumentException if it is negative, or longer than {@link #LONGEST}
         */
        public Delay {
            duration = checked(duration, "a delay");
        }

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.allOf(FaultPoint.class);
        }

        @Override
        public String toString() {
            return "delay of " + duration + onClock(onServerClock);
        }
    }

    /** What comes to the point waits until the {@link Gate} is opened. */
    record Hold() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.allOf(FaultPoint.class);
        }

        @Override
        public String toString() {
            return "gate";
        }
    }

    /** Nothing happens any more on the connection, which stays open, until the fault is removed; then all goes on as usual. */
    record Stall() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.allOf(FaultPoint.class);
        }

        @Override
        public String toString() {
            return "stall";
        }
    }

    /** The connection is closed as a server does that ends it on purpose (FIN), once the replies before are sent. */
    record Close() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.allOf(FaultPoint.class);
        }

        @Override
        public String toString() {
            return "close";
        }
    }

    /** The connection is cut off as by a server that crashes (RST), once the replies before are sent. */
    record Reset() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.allOf(FaultPoint.class);
        }

        @Override
        public String toString() {
            return "reset";
        }
    }

    /**
     * The client is told something else: before execution instead of it, after execution in spite of it.
     *
     * @param line what it is told in the text protocol, without an end of line
     */
    record Reply(String line) implements Fault {

        /**
         * A reply.
         *
         * @param line what it is told in the text protocol, without an end of line
         * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
         */
        public Reply {
            line = printable(line);
        }

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.BEFORE_EXECUTE, FaultPoint.AFTER_EXECUTE);
        }

        @Override
        public String toString() {
            return "reply \"" + line + "\"";
        }
    }

    /**
     * The client is told something as soon as the line of its request, or the head of a binary one, has come, while it is
     * still sending the data. The request is not executed.
     *
     * @param line what it is told in the text protocol, without an end of line
     * @param thenClose whether the connection is closed then, and otherwise goes on behind the data
     */
    record EarlyReply(String line, boolean thenClose) implements Fault {

        /**
         * A reply.
         *
         * @param line what it is told in the text protocol, without an end of line
         * @param thenClose whether the connection is closed then, and otherwise goes on behind the data
         * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
         */
        public EarlyReply {
            line = printable(line);
        }

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.BEFORE_EXECUTE);
        }

        @Override
        public String toString() {
            return "early reply \"" + line + "\"" + (thenClose ? ", then close" : "");
        }
    }

    /** The request is lost: it is not executed, and not answered. */
    record DropRequest() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.BEFORE_EXECUTE);
        }

        @Override
        public String toString() {
            return "drop request";
        }
    }

    /** The reply is lost: the request was executed, but the client never hears of it. */
    record DropReply() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.AFTER_EXECUTE);
        }

        @Override
        public String toString() {
            return "drop reply";
        }
    }

    /**
     * Only the beginning of the reply is sent.
     *
     * @param bytes how many bytes of it; at least 0. A reply that is shorter is sent whole
     * @param then what happens to the connection after that
     */
    record Truncate(int bytes, Aftermath then) implements Fault {

        /**
         * A truncation.
         *
         * @param bytes how many bytes of it
         * @param then what happens to the connection after that
         * @throws IllegalArgumentException if the number of bytes is negative
         */
        public Truncate {
            if (bytes < 0) {
                throw new IllegalArgumentException("a reply has at least 0 bytes, not " + bytes);
            }
        }

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.DURING_REPLY);
        }

        @Override
        public String toString() {
            return "truncate after " + bytes + " bytes, then " + then.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What follows a reply that was cut off. */
    enum Aftermath {
        /** The connection is closed (FIN). */
        CLOSE,
        /** The connection is cut off (RST). */
        RESET,
        /** Nothing more comes until the fault is removed; then the rest of the reply is sent, and all goes on as usual. */
        STALL,
        /** The rest of the reply is lost, and the connection goes on with the next request. */
        NOTHING
    }

    /**
     * Other bytes are sent instead of the reply.
     *
     * @param bytes the bytes; at least one
     */
    record Garbage(byte[] bytes) implements Fault {

        /**
         * Bytes.
         *
         * @param bytes the bytes; at least one
         * @throws IllegalArgumentException if there are none
         */
        public Garbage {
            if (bytes.length == 0) {
                throw new IllegalArgumentException("garbage without bytes is none: call dropReply() after execution");
            }
            bytes = bytes.clone();
        }

        /**
         * The bytes.
         *
         * @return a copy
         */
        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.DURING_REPLY);
        }

        @Override
        public String toString() {
            return "garbage of " + bytes.length + " bytes";
        }
    }

    /**
     * The reply is sent byte by byte.
     *
     * @param interval the time between two bytes; from 0 to {@link #LONGEST}
     * @param onServerClock whether the time is that of the fake's clock, which a test can advance, and not that of the wall
     */
    record Drip(Duration interval, boolean onServerClock) implements Fault {

        /**
         * A slow reply.
         *
         * @param interval the time between two bytes
         * @param onServerClock whether the time is that of the fake's clock, which a test can advance, and not that of the wall
         * @throws IllegalArgumentException if the interval is negative, or longer than {@link #LONGEST}
         */
        public Drip {
            interval = checked(interval, "an interval");
        }

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.DURING_REPLY);
        }

        @Override
        public String toString() {
            return "drip a byte each " + interval + onClock(onServerClock);
        }
    }

    /** The ports are closed, so that the operating system refuses connections, until the fault is removed. */
    record Refuse() implements Fault {

        @Override
        public Set<FaultPoint> points() {
            return EnumSet.of(FaultPoint.CONNECT);
        }

        @Override
        public String toString() {
            return "refuse";
        }
    }

    private static Duration checked(Duration duration, String what) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " is from 0 to " + LONGEST.toDays() + " days, not " + duration);
        }
        return duration;
    }

    private static String printable(String line) {
        if (line.isEmpty() || !line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "a reply is one line of printable ASCII, as \"SERVER_ERROR out of memory\" is, not \"" + line
                            + "\"");
        }
        return line;
    }

    private static String onClock(boolean onServerClock) {
        return onServerClock ? " on the server's clock" : "";
    }
}
