package io.github.fakecached.conformance.wire;

/**
 * A moment at which every wait of the connections that were told of it ends, whatever time limit of its own it has. It can be put
 * off, and is shared by threads. Waits for nothing itself.
 */
public final class Deadline {

    /** What is said of a wait that it has ended. */
    static final String PASSED = "the time for this rule is over";

    private volatile long nanoTime;
    private volatile boolean isSet;

    /** One that has not been set yet, and so never comes. */
    public Deadline() {}

    /** Sets it, in place of what it was before, to a time as {@link System#nanoTime()} tells it. */
    public void set(long time) {
        nanoTime = time;
        isSet = true;
    }

    /** Whether it has come. */
    public boolean isOver() {
        return isSet && System.nanoTime() - nanoTime >= 0;
    }

    /**
     * Sees that it has not come.
     *
     * @throws NoReply if it has
     */
    public void require() {
        if (isOver()) {
            throw new NoReply(PASSED);
        }
    }

    /** Itself, or a time that comes before it. */
    long orEarlier(long time) {
        return isSet && nanoTime - time < 0 ? nanoTime : time;
    }
}
