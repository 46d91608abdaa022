package io.github.fakecached.internal.command;

/** What can be wrong with a request, by memcached's own words for it. */
public enum CommandError {
    UNKNOWN("ERROR"),
    BAD_FORMAT("CLIENT_ERROR bad command line format"),
    BAD_DELETE("CLIENT_ERROR bad command line format.  Usage: delete <key> [noreply]"),
    BAD_EXPTIME("CLIENT_ERROR invalid exptime argument"),
    BAD_DELTA("CLIENT_ERROR invalid numeric delta argument"),
    BAD_DATA_CHUNK("CLIENT_ERROR bad data chunk");

    private final String text;

    CommandError(String text) {
        this.text = text;
    }

    /** The line that answers it. */
    public String text() {
        return text;
    }
}
