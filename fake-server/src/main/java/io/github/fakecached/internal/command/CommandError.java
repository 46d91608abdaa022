package io.github.fakecached.internal.command;

/** What can be wrong with a request, by memcached's own words for it. */
public enum CommandError {
    UNKNOWN("ERROR"),
    BAD_FORMAT("CLIENT_ERROR bad command line format"),
    BAD_DELETE("CLIENT_ERROR bad command line format.  Usage: delete <key> [noreply]"),
    BAD_EXPTIME("CLIENT_ERROR invalid exptime argument"),
    BAD_DELTA("CLIENT_ERROR invalid numeric delta argument"),
    DUPLICATE_FLAG("CLIENT_ERROR duplicate flag"),
    INVALID_FLAG("CLIENT_ERROR invalid flag"),
    INVALID_OR_DUPLICATE_FLAG("CLIENT_ERROR invalid or duplicate flag"),
    TOO_MANY_FLAGS("CLIENT_ERROR options flags are too long"),
    TOO_MANY_FLAGS_BEFORE_1_6_40("CLIENT_ERROR options flags too long"),
    BAD_META_TOKEN("CLIENT_ERROR bad token in command line format"),
    BAD_INITIAL_FLAG("CLIENT_ERROR invalid numeric initial value"),
    BAD_DELTA_FLAG("CLIENT_ERROR invalid numeric delta value"),
    BAD_KEY_ENCODING("CLIENT_ERROR error decoding key"),
    BAD_MODE_LENGTH("CLIENT_ERROR incorrect length for M token"),
    BAD_STORE_MODE("CLIENT_ERROR invalid mode for ms M token"),
    BAD_ARITHMETIC_MODE("CLIENT_ERROR invalid mode for ma M token"),
    OPAQUE_TOO_LONG("CLIENT_ERROR opaque token too long"),
    BAD_DATA_CHUNK("CLIENT_ERROR bad data chunk"),
    TOO_FEW_ARGUMENTS("CLIENT_ERROR bad command line"),
    BAD_SLAB_CLASS("CLIENT_ERROR Illegal slab id"),
    BAD_DETAIL("CLIENT_ERROR usage: stats detail on|off|dump"),
    MEMORY_LIMIT_TOO_SMALL("MEMLIMIT_TOO_SMALL cannot set maxbytes to less than 8m"),
    MEMORY_LIMIT_IN_BYTES("MEMLIMIT_ADJUST_FAILED input value is megabytes not bytes"),
    LRU_PERCENTAGES_TOO_LARGE("ERROR hot and warm pcts must not exceed 80"),
    LRU_FACTORS_TOO_SMALL("ERROR hot/warm age factors must be greater than 0"),
    BAD_AUTOMOVE_WINDOW("CLIENT_ERROR automove window too low or too high"),
    CRAWLER_SLEEP_TOO_LONG("CLIENT_ERROR sleep must be one second or less"),
    UNAUTHENTICATED("CLIENT_ERROR unauthenticated"),
    AUTHENTICATION_FAILURE("CLIENT_ERROR authentication failure"),
    BAD_AUTH_TOKEN("CLIENT_ERROR bad authentication token format"),
    BAD_AUTH_TOKEN_END("CLIENT_ERROR bad command line termination"),
    AUTH_TOKEN_TOO_LONG("CLIENT_ERROR auth token too long");

    private final String text;

    CommandError(String text) {
        this.text = text;
    }

    /** The line that answers it. */
    public String text() {
        return text;
    }
}
