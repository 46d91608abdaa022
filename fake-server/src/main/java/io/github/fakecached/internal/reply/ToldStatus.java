package io.github.fakecached.internal.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the status of the binary protocol that says the same as a line of text: memcached's own where it knows the line, and
 * otherwise that of the kind of error, with the line as the body.
 *
 * @param body not to be changed
 */
record ToldStatus(short code, byte[] body) {

    /** PROTOCOL_BINARY_RESPONSE_EINTERNAL, which memcached names in protocol_binary.h and never sends. */
    private static final short INTERNAL_ERROR = 0x84;

    static ToldStatus of(String line, @Nullable Opcode opcode) {
        for (Outcome outcome : Outcome.values()) {
            if (TextEncoder.text(outcome).equals(line)) {
                return of(BinaryStatus.of(outcome, opcode));
            }
        }
        for (CommandError error : CommandError.values()) {
            if (error.text().equals(line)) {
                return of(BinaryStatus.of(error, opcode));
            }
        }
        return new ToldStatus(kind(line), line.getBytes(US_ASCII));
    }

    boolean isSuccess() {
        return code == BinaryStatus.SUCCESS.code();
    }

    private static ToldStatus of(BinaryStatus status) {
        return new ToldStatus(status.code(), status.text());
    }

    private static short kind(String line) {
        if (line.startsWith("CLIENT_ERROR")) {
            return BinaryStatus.INVALID_ARGUMENTS.code();
        }
        return line.startsWith("ERROR") ? BinaryStatus.UNKNOWN_COMMAND.code() : INTERNAL_ERROR;
    }
}
