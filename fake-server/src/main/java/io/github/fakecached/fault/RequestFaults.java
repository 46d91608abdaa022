package io.github.fakecached.fault;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The step that says which of the matching requests are picked, and where the fault happens. Immutable.
 *
 * <pre>{@code
 * memcached.faults().on(command("set")).times(2).reply("SERVER_ERROR out of memory storing object");
 * memcached.faults().on(command("get")).nth(3).beforeExecute().reset();
 * memcached.faults().on(storage()).probability(0.1, 42).afterExecute().dropReply(); // the same ones in each run
 * }</pre>
 */
public final class RequestFaults {

    private final Faults faults;
    private final CommandMatcher matcher;
    private final Occurrence occurrence;

    RequestFaults(Faults faults, CommandMatcher matcher, Occurrence occurrence) {
        this.faults = faults;
        this.matcher = matcher;
        this.occurrence = occurrence;
    }

    /**
     * Picks one request.
     *
     * @param number which of those that match from now on, from 1
     * @return the next step
     * @throws IllegalArgumentException if the number is less than 1
     */
    public RequestFaults nth(long number) {
        return picking(occurrence.withNth(number));
    }

    /**
     * Picks each so-many-th request: 2 for the second, the fourth and so on.
     *
     * @param number at least 1
     * @return the next step
     * @throws IllegalArgumentException if the number is less than 1
     */
    public RequestFaults everyNth(long number) {
        return picking(occurrence.withEvery(number));
    }

    /**
     * Picks no more than so many requests.
     *
     * @param most at least 1
     * @return the next step
     * @throws IllegalArgumentException if the number is less than 1
     */
    public RequestFaults times(long most) {
        return picking(occurrence.withTimes(most));
    }

    /**
     * Picks requests by chance. The seed is part of what the fault's {@code toString()} tells.
     *
     * @param probability how likely each is picked, from 0 to 1
     * @return the next step
     * @throws IllegalArgumentException if the probability is out of range
     */
    public RequestFaults probability(double probability) {
        return probability(probability, ThreadLocalRandom.current().nextLong());
    }

    /**
     * Picks requests by chance that can be repeated.
     *
     * @param probability how likely each is picked, from 0 to 1
     * @param seed where chance begins; the same one picks the same requests
     * @return the next step
     * @throws IllegalArgumentException if the probability is out of range
     */
    public RequestFaults probability(double probability, long seed) {
        return picking(occurrence.withProbability(probability, seed));
    }

    /**
     * The point where a request has come with all its data, and has not been carried out.
     *
     * @return the next step
     */
    public BeforeExecuteFaults beforeExecute() {
        return new BeforeExecuteFaults(faults, matcher, occurrence, false);
    }

    /**
     * The point where a request has been carried out, and its reply has not been written.
     *
     * @return the next step
     */
    public AfterExecuteFaults afterExecute() {
        return new AfterExecuteFaults(faults, matcher, occurrence, false);
    }

    /**
     * The point where the first byte of a reply has been sent.
     *
     * @return the next step
     */
    public DuringReplyFaults duringReply() {
        return new DuringReplyFaults(faults, matcher, occurrence, false);
    }

    /**
     * The client is told something else, and the request is not executed: short for {@code beforeExecute().reply(line)}.
     *
     * @param line what it is told; see {@link BeforeExecuteFaults#reply}
     * @return the fault, in force
     * @throws IllegalArgumentException if it is empty, or is not one line of ASCII
     */
    public InstalledFault reply(String line) {
        return beforeExecute().reply(line);
    }

    private RequestFaults picking(Occurrence picked) {
        return new RequestFaults(faults, matcher, picked);
    }
}
