package io.github.fakecached.internal.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.Opcode;
import org.jspecify.annotations.Nullable;

/** The statuses of the binary protocol, and the texts that are the bodies of errors (write_bin_error in proto_bin.c). */
enum BinaryStatus {
    SUCCESS(0x00, ""),
    NOT_FOUND(0x01, "Not found"),
    EXISTS(0x02, "Data exists for key."),
    TOO_LARGE(0x03, "Too large."),
    INVALID_ARGUMENTS(0x04, "Invalid arguments"),
    NOT_STORED(0x05, "Not stored."),
    NON_NUMERIC(0x06, "Non-numeric server-side value for incr or decr"),
    AUTH_FAILURE(0x20, "Auth failure."),
    AUTH_CONTINUE(0x21, ""),
    UNKNOWN_COMMAND(0x81, "Unknown command"),
    NO_MEMORY(0x82, "Out of memory"),
    NO_MEMORY_FOR_ITEM(0x82, "Out of memory allocating item"),
    NO_MEMORY_FOR_NEW_ITEM(0x82, "Out of memory allocating new item"),
    NO_MEMORY_FOR_NUMBER(0x82, "Out of memory incrementing value");

    private final short code;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final byte[] text;

    BinaryStatus(int code, String text) {
        this.code = (short) code;
        this.text = text.getBytes(US_ASCII);
    }

    short code() {
        return code;
    }

    /** The body of an error; not to be changed. */
    byte[] text() {
        return text;
    }

    /** How an outcome is told in answer to an opcode. */
    static BinaryStatus of(Outcome outcome, @Nullable Opcode opcode) {
        return switch (outcome) {
            case STORED, DELETED, TOUCHED, OK, RESET -> SUCCESS;
            case NOT_STORED -> notStored(opcode);
            case EXISTS -> EXISTS;
            case NOT_FOUND, MISS -> NOT_FOUND;
            case TOO_LARGE -> TOO_LARGE;
            case OUT_OF_MEMORY_STORING -> NO_MEMORY_FOR_ITEM;
            case OUT_OF_MEMORY_ALLOCATING -> NO_MEMORY_FOR_NEW_ITEM;
            case OUT_OF_MEMORY -> NO_MEMORY_FOR_NUMBER;
            case NON_NUMERIC -> NON_NUMERIC;
            case FLUSH_NOT_ALLOWED -> AUTH_FAILURE;
            case SHUTDOWN_NOT_ENABLED, SHUTDOWN_NOT_ENABLED_SINCE_1_6_40 -> UNKNOWN_COMMAND;
        };
    }

    /** How an error is told in answer to an opcode: unknown statistics are not found. */
    static BinaryStatus of(CommandError error, @Nullable Opcode opcode) {
        return switch (error) {
            case UNKNOWN -> opcode == Opcode.STAT ? NOT_FOUND : UNKNOWN_COMMAND;
            case UNAUTHENTICATED, AUTHENTICATION_FAILURE -> AUTH_FAILURE;
            case AUTH_TOKEN_TOO_LONG -> NO_MEMORY;
            default -> INVALID_ARGUMENTS;
        };
    }

    private static BinaryStatus notStored(@Nullable Opcode opcode) {
        if (opcode == Opcode.ADD) {
            return EXISTS;
        }
        return opcode == Opcode.REPLACE ? NOT_FOUND : NOT_STORED;
    }
}
