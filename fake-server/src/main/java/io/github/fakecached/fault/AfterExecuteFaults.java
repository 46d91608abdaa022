package io.github.fakecached.fault;

/**
 * What can happen to a request that has been carried out, and whose reply has not been written. Immutable.
 *
 * <pre>{@code
 * // the counter goes up, but the client never hears of it: does it count twice?
 * memcached.faults().on(command("incr").key("hits")).nth(1).afterExecute().dropReply();
 * }</pre>
 */
public final class AfterExecuteFaults extends PointFaults {

    AfterExecuteFaults(Faults faults, CommandMatcher matcher, Occurrence occurrence, boolean onServerClock) {
        super(faults, matcher, occurrence, onServerClock, FaultPoint.AFTER_EXECUTE);
    }

    @Override
    public AfterExecuteFaults onServerClock() {
        return new AfterExecuteFaults(faults, matcher, occurrence, true);
    }

    /**
     * The client is told something else, though the request was executed.
     *
     * @param line what it is told; see {@link BeforeExecuteFaults#reply}
     * @return the fault, in force
     * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
     */
    public InstalledFault reply(String line) {
        return install(new Fault.Reply(line));
    }

    /**
     * The reply is lost: the request was executed, but the client never hears of it. The connection goes on with the next one.
     *
     * @return the fault, in force
     */
    public InstalledFault dropReply() {
        return install(new Fault.DropReply());
    }
}
