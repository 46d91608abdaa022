package io.github.fakecached.conformance.client.kit;

import java.util.List;

/** Mistakes that clients make, each with rules that have to find it. Together they break every rule of the text protocol. */
enum Bug {
    CHECKS_NO_KEY("C-KEY-01", "C-KEY-02", "C-KEY-03", "C-KEY-04", "C-KEY-05", "C-KEY-06", "C-KEY-09"),
    COUNTS_CHARACTERS("C-KEY-03"),
    STOPS_AT_249("C-KEY-07"),
    LATIN_KEYS("C-KEY-08"),

    TAKES_EMPTY_FOR_A_MISS("C-VALUE-01", "C-MULTIGET-05", "C-PIECES-03"),
    SEVEN_BITS("C-VALUE-02"),
    TRIMS("C-VALUE-03", "C-MULTIGET-05", "C-PIECES-01", "C-PIECES-03"),
    CUTS_LONG_VALUES("C-VALUE-04", "C-VALUE-05", "C-TLS-01"),
    TAKES_A_REFUSED_STORE_FOR_DONE("C-VALUE-06", "C-ERROR-04", "C-ERROR-06", "C-EARLY-01", "C-PIECES-08"),
    GETS_OUT_OF_STEP("C-VALUE-07", "C-ERROR-11", "C-EARLY-02", "C-MULTIGET-08", "C-INCR-08"),
    FLAGS_OF_16_BITS("C-FLAGS-01", "C-FLAGS-02"),
    SIGNED_FLAGS("C-FLAGS-02"),

    AT_LEAST_A_SECOND("C-EXPTIME-01"),
    MINUTES("C-EXPTIME-02", "C-EXPTIME-03"),
    TAKES_LARGE_TIMES_FOR_EVER("C-EXPTIME-04", "C-EXPTIME-05", "C-EXPTIME-06"),

    FAILS_WITH_MISSES("C-GET-01", "C-MULTIGET-01", "C-MULTIGET-02"),
    ADDS("C-SET-01"),
    SAYS_ALWAYS_YES(
            "C-ADD-01", "C-REPLACE-01", "C-APPEND-01", "C-DELETE-01", "C-TOUCH-01", "C-PIECES-02", "C-PIECES-07"),
    DOES_HALF("C-GAT-01", "C-FLUSH-01"),

    ASKS_FOR_NO_UNIQUE("C-CAS-01"),
    TELLS_NOT_WHY("C-CAS-02"),
    UNIQUES_OF_32_BITS("C-CAS-03"),
    SIGNED_UNIQUES("C-CAS-04"),

    TELLS_THE_DELTA("C-INCR-01", "C-INCR-03", "C-INCR-04", "C-PIECES-04"),
    MAKES_NUMBERS("C-INCR-02"),
    SIGNED_NUMBERS("C-INCR-05", "C-INCR-06", "C-INCR-07"),

    ASKS_FOR_HALF("C-MULTIGET-03"),
    CHECKS_THE_COUNT("C-MULTIGET-04"),
    ASKS_FOR_NOTHING("C-MULTIGET-06"),

    TAKES_WHAT_HAS_COME("C-PIECES-01", "C-PIECES-02", "C-PIECES-04", "C-PIECES-05"),
    MIXES_UP_CALLERS("C-PIECES-06", "C-PIECES-07"),

    KEEPS_THE_CONNECTION("C-LATE-01", "C-LATE-02", "C-LATE-03", "C-LATE-04", "C-LATE-05", "C-LATE-06"),
    TAKES_ERRORS_FOR_MISSES(
            "C-INCR-08",
            "C-MULTIGET-07",
            "C-ERROR-01",
            "C-ERROR-02",
            "C-ERROR-03",
            "C-ERROR-05",
            "C-ERROR-06",
            "C-ERROR-07",
            "C-ERROR-08",
            "C-ERROR-09",
            "C-ERROR-10",
            "C-SIGNIN-02"),

    TAKES_ANYTHING("C-GARBAGE-01", "C-GARBAGE-02", "C-GARBAGE-03", "C-GARBAGE-06", "C-GARBAGE-08", "C-GARBAGE-09"),
    BELIEVES_ANY_KEY("C-GARBAGE-04"),
    CHECKS_NO_END("C-GARBAGE-07"),

    TAKES_A_LOST_CONNECTION_FOR_A_MISS(
            "C-CONNECT-01",
            "C-CONNECT-02",
            "C-CONNECT-03",
            "C-RECONNECT-05",
            "C-RECONNECT-06",
            "C-TIMEOUT-01",
            "C-CLOSE-02",
            "C-CLOSE-03",
            "C-CLOSE-04"),
    NEVER_RECONNECTS(
            "C-RECONNECT-01",
            "C-RECONNECT-02",
            "C-RECONNECT-03",
            "C-RECONNECT-04",
            "C-GARBAGE-10",
            "C-EARLY-03",
            "C-SIGNIN-03"),
    TAKES_HALF_VALUES("C-RECONNECT-05"),
    WAITS_FOR_EVER(
            "C-CONNECT-02",
            "C-TIMEOUT-01",
            "C-TIMEOUT-02",
            "C-TIMEOUT-03",
            "C-TIMEOUT-04",
            "C-TIMEOUT-05",
            "C-TIMEOUT-06"),
    GIVES_UP_EARLY("C-TIMEOUT-07"),

    SENDS_TWICE("C-RETRY-01", "C-RETRY-02"),
    TRIES_AGAIN("C-RETRY-03", "C-RETRY-04"),

    LEAVES_ITS_CONNECTION("C-CLOSE-01", "C-CLOSE-03"),
    COMES_BACK("C-CLOSE-02", "C-CLOSE-04"),
    WAITS_BEFORE_CLOSING("C-CLOSE-03"),

    SIGNS_IN_NEVER("C-SIGNIN-01"),
    SIGNS_IN_ONCE("C-SIGNIN-03"),
    SPEAKS_NO_TLS("C-TLS-01"),
    TRUSTS_EVERYBODY("C-TLS-02");

    final List<String> rules;

    Bug(String... rules) {
        this.rules = List.of(rules);
    }
}
