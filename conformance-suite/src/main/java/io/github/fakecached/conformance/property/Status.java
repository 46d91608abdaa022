package io.github.fakecached.conformance.property;

/** The statuses of the binary protocol, and what the body of an error says. */
enum Status {
    SUCCESS(0x00, ""),
    NOT_FOUND(0x01, "Not found"),
    EXISTS(0x02, "Data exists for key."),
    TOO_LARGE(0x03, "Too large."),
    INVALID(0x04, "Invalid arguments"),
    NOT_STORED(0x05, "Not stored."),
    NON_NUMERIC(0x06, "Non-numeric server-side value for incr or decr"),
    REFUSED(0x20, "Auth failure."),
    CONTINUE(0x21, ""),
    UNKNOWN(0x81, "Unknown command"),
    NO_MEMORY(0x82, "Out of memory allocating item");

    final int code;
    final String text;

    Status(int code, String text) {
        this.code = code;
        this.text = text;
    }
}
