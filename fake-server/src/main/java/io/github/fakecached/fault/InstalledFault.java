package io.github.fakecached.fault;

/**
 * A fault that is in force until it is removed. Safe for use by several threads.
 *
 * <pre>{@code
 * InstalledFault lost = memcached.faults().on(command("get")).afterExecute().dropReply();
 * ...
 * assertThat(lost.hits()).isEqualTo(3); // the client has tried three times
 * lost.remove();
 * }</pre>
 */
public interface InstalledFault {

    /**
     * What was installed.
     *
     * @return the rule
     */
    FaultRule rule();

    /**
     * How often it has happened.
     *
     * @return 0 or more; always 0 for connections that are refused, as nobody sees them
     */
    long hits();

    /**
     * Removes it; what it holds back goes on as usual. Does nothing if it is removed already.
     *
     * @throws IllegalStateException if it refused connections, and another program has taken the port meanwhile
     */
    void remove();
}
