package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is not sent in lock step, because the fake leaves a defect of real memcached out on purpose and the connection could
 * not go on after it, or because the answer is one that each server has for itself.
 */
enum LeftOut {

    /** Of an unknown opcode memcached swallows as many bytes too many as its key and extras have, and is out of step. */
    UNKNOWN_OPCODE_WITH_KEY {
        @Override
        boolean is(ServerVersion version, BinaryMessage request) {
            return !Opcodes.isKnown(request.opcode())
                    && !Opcodes.SASL.contains(request.opcode())
                    && (request.keyLength() > 0 || request.extrasLength() > 0);
        }
    },

    /** Before 1.6.40 a body of more than 1 GiB is waited for. */
    BODY_OF_GIBIBYTES {
        @Override
        boolean is(ServerVersion version, BinaryMessage request) {
            return !version.hasNewParser() && request.bodyLength() > 1L << 30;
        }
    },

    /** Which statistics are wanted memcached finds in what lies behind a key too, be it its value. */
    STATISTICS_WITH_VALUE {
        @Override
        boolean is(ServerVersion version, BinaryMessage request) {
            return request.opcode() == Opcodes.STAT
                    && request.bodyLength() > request.keyLength() + request.extrasLength();
        }
    },

    /** General statistics tell of the process and its connections. */
    GENERAL_STATISTICS {
        @Override
        boolean is(ServerVersion version, BinaryMessage request) {
            return request.opcode() == Opcodes.STAT && request.keyLength() == 0;
        }
    },

    /** A retrieval with too long a key takes back the replies before it that are not sent yet. */
    LONG_KEY_BEHIND_OTHERS {
        @Override
        boolean is(ServerVersion version, String line) {
            return Lines.LONG_KEY_BEHIND_OTHERS.matcher(line).find();
        }
    },

    /** Since 1.6.40 {@code me} takes its {@code b} for base64 only if another token follows. */
    DEBUG_OF_BASE64_AT_THE_END {
        @Override
        boolean is(ServerVersion version, String line) {
            return version.hasNewParser() && Lines.DEBUG_OF_BASE64.matcher(line).find();
        }
    };

    boolean is(ServerVersion version, BinaryMessage request) {
        return false;
    }

    boolean is(ServerVersion version, String line) {
        return false;
    }

    /** Whether any of it is among these bytes. */
    static boolean concerns(ServerVersion version, Dialect dialect, String bytes) {
        return dialect == Dialect.BINARY
                ? BinaryMessage.split(bytes).stream()
                        .flatMap(chunk -> BinaryMessage.of(chunk).stream())
                        .anyMatch(request -> Stream.of(values()).anyMatch(left -> left.is(version, request)))
                : Stream.of(values()).anyMatch(left -> left.is(version, bytes));
    }

    /** Apart from the constants, which are made before any static field of the enum. */
    private static final class Lines {

        static final Pattern LONG_KEY_BEHIND_OTHERS = Pattern.compile("\n *(get|gets|gat|gats) [^\n]*[^ \n]{251}");

        static final Pattern DEBUG_OF_BASE64 = Pattern.compile("(?md)^me +[^ \n]+ +b[^ \n]* *\r?\n");
    }
}
