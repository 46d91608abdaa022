package io.github.fakecached.fault;

/**
 * What can happen to a request that has come, and has not been carried out. Immutable.
 *
 * <pre>{@code
 * memcached.faults().on(storage()).beforeExecute().replyEarly("SERVER_ERROR object too large for cache");
 * memcached.faults().on(command("get")).nth(2).beforeExecute().dropRequest();
 * }</pre>
 */
public final class BeforeExecuteFaults extends PointFaults {

    BeforeExecuteFaults(Faults faults, CommandMatcher matcher, Occurrence occurrence, boolean onServerClock) {
        super(faults, matcher, occurrence, onServerClock, FaultPoint.BEFORE_EXECUTE);
    }

    @Override
    public BeforeExecuteFaults onServerClock() {
        return new BeforeExecuteFaults(faults, matcher, occurrence, true);
    }

    /**
     * The client is told something else, and the request is not executed. In the binary protocol it is told the status that
     * memcached has for the same error; for other errors, 0x81 for {@code ERROR}, 0x04 for {@code CLIENT_ERROR}, and 0x84 for
     * {@code SERVER_ERROR} and all else, with the line as the body. A text request with {@code noreply} is told nothing, a quiet
     * binary one is told errors, as by memcached.
     *
     * @param line what it is told in the text protocol, without an end of line: {@code SERVER_ERROR out of memory} and such
     * @return the fault, in force
     * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
     */
    public InstalledFault reply(String line) {
        return install(new Fault.Reply(line));
    }

    /**
     * The client is told something as soon as the line of its request, or the head of a binary one, has come, while it is
     * still sending the data; the data is swallowed. The request is not executed.
     *
     * @param line what it is told; see {@link #reply}
     * @return the fault, in force
     * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
     */
    public InstalledFault replyEarly(String line) {
        return install(new Fault.EarlyReply(line, false));
    }

    /**
     * As {@link #replyEarly}, but the connection ends there: the client sees its end behind the reply, while it is still sending.
     *
     * @param line what it is told; see {@link #reply}
     * @return the fault, in force
     * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
     */
    public InstalledFault replyEarlyThenClose(String line) {
        return install(new Fault.EarlyReply(line, true));
    }

    /**
     * The request is lost: it is not executed, and not answered. The connection goes on with the next one.
     *
     * @return the fault, in force
     */
    public InstalledFault dropRequest() {
        return install(new Fault.DropRequest());
    }
}
