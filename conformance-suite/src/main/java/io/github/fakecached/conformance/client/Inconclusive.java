package io.github.fakecached.conformance.client;

/** A trial has shown nothing, since the machine was too slow for a short timeout: it is to be made once more, with a longer one. */
final class Inconclusive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Inconclusive(String message) {
        super(message);
    }

    static void unless(boolean conclusive, String message) {
        if (!conclusive) {
            throw new Inconclusive(message);
        }
    }
}
