package io.github.fakecached.fault;

import java.util.List;

/**
 * What goes wrong in a fake, to see what clients make of it.
 *
 * <pre>{@code
 * memcached.faults().on(command("incr").key("hits")).nth(1).afterExecute().dropReply();
 * memcached.faults().on(command("get")).times(2).reply("SERVER_ERROR out of memory storing object");
 * memcached.faults().on(keyMatching("big:.*")).duringReply().truncateAfter(100).thenReset();
 * memcached.faults().onConnect().refuse();
 * }</pre>
 *
 * <p>A fault is in force for requests that begin to come after it was installed, until it is removed, or the fake is reset; it
 * outlives a restart. Where
 * several match the same request at the same point, all of them count it, and the first installed of those that pick it
 * happens. Over UDP, where there is no connection to hold up or to close, a fault that would do so loses the datagram.
 *
 * <p>Safe for use by several threads.
 */
public interface Faults {

    /**
     * Begins a fault of requests.
     *
     * @param matcher which requests
     * @return the next step
     */
    default RequestFaults on(CommandMatcher matcher) {
        return new RequestFaults(this, matcher, Occurrence.ALWAYS);
    }

    /**
     * Begins a fault of new connections.
     *
     * @return the next step
     */
    default ConnectFaults onConnect() {
        return new ConnectFaults(this, Occurrence.ALWAYS, false);
    }

    /**
     * Installs a fault that is described by a rule; what the steps do at their end. For a rule that is made from data, or is to be
     * in force in several fakes.
     *
     * @param rule what goes wrong, where and when
     * @return the fault in force; a {@link Gate} if the rule's fault is a {@link Fault.Hold}
     */
    InstalledFault install(FaultRule rule);

    /**
     * The faults in force.
     *
     * @return a copy, in the order in which they were installed
     */
    List<InstalledFault> list();

    /**
     * Removes all faults; what they hold back goes on as usual.
     *
     * @throws IllegalStateException if connections were refused, and another program has taken the port meanwhile
     */
    void clear();
}
