package io.github.fakecached.conformance.liar;

/**
 * Counts the replies that one client is given on all its connections, in the order in which they are given, and knows from which of
 * them on it is lied to. Safe for use by several threads.
 */
public final class Replies {

    private final Lie lie;
    private final int firstLie;
    private int given;

    private Replies(Lie lie, int firstLie) {
        this.lie = lie;
        this.firstLie = firstLie;
    }

    /** All of them are true. */
    public static Replies honest() {
        return new Replies(Lie.NONE, 1);
    }

    /** Lies from this one on; the first of all has the number 1. */
    public static Replies lyingFrom(int firstLie, Lie lie) {
        return new Replies(lie, firstLie);
    }

    /** What to make of the next one. */
    synchronized Lie next() {
        given++;
        return given >= firstLie ? lie : Lie.NONE;
    }

    /** What to make of something that nobody has asked for, or of silence. It is not counted: there may be any number of it. */
    synchronized Lie unasked() {
        return given + 1 >= firstLie ? lie : Lie.NONE;
    }

    /** How many there were. */
    public synchronized int given() {
        return given;
    }
}
