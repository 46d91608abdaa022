package io.github.fakecached.conformance.liar;

/** What is made of a reply. What marks its end for the client stays as it is: a client that misses replies notices nothing else. */
public enum Lie {
    /** Nothing: it is passed on as it is. */
    NONE,
    /** It is left out; where nothing was said, something is. */
    OPPOSITE,
    /** The last thing in it is another. */
    OTHER
}
