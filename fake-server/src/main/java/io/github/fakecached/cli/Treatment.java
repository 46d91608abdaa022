package io.github.fakecached.cli;

/** What becomes of an option of memcached's in the fake. */
enum Treatment {
    WORKS("Options that work as in memcached:"),
    OWN("Options of the fake's own:"),
    NO_EFFECT("Options that are accepted and have no effect in a fake but that stats settings shows them:"),
    /** It would change what clients see, so to ignore it would deceive a test. */
    NOT_SERVED("Options that are refused, because the fake does not serve them:");

    private final String heading;

    Treatment(String heading) {
        this.heading = heading;
    }

    /** What stands above such options in the help. */
    String heading() {
        return heading;
    }
}
