package io.github.fakecached.conformance.lockstep;

import java.util.List;
import java.util.stream.IntStream;

/** The opcodes of the binary protocol, as memcached's protocol_binary.h numbers them, by the layout they share. */
final class Opcodes {

    static final int GET = 0x00;
    static final int GETQ = 0x09;
    static final int NOOP = 0x0a;
    static final int STAT = 0x10;
    static final int TOUCH = 0x1c;

    /** No extras, a key, no value: the get family and delete. */
    static final List<Integer> RETRIEVAL = List.of(GET, GETQ, 0x0c, 0x0d);

    static final List<Integer> DELETE = List.of(0x04, 0x14);

    /** Flags and exptime, a key, a value: set, add, replace and their quiet forms. */
    static final List<Integer> STORAGE = List.of(0x01, 0x02, 0x03, 0x11, 0x12, 0x13);

    /** A key and a value: append, prepend and their quiet forms. */
    static final List<Integer> CONCATENATION = List.of(0x0e, 0x0f, 0x19, 0x1a);

    /** Delta, initial value and exptime, a key: increment, decrement and their quiet forms. */
    static final List<Integer> ARITHMETIC = List.of(0x05, 0x06, 0x15, 0x16);

    /** An exptime, a key: touch, gat, gatq, gatk, gatkq. */
    static final List<Integer> TOUCHING = List.of(TOUCH, 0x1d, 0x1e, 0x23, 0x24);

    /** An exptime or nothing: flush, flushq. */
    static final List<Integer> FLUSH = List.of(0x08, 0x18);

    /** Nothing at all: quit, quitq. */
    static final List<Integer> QUIT = List.of(0x07, 0x17);

    /** Those of SASL, unknown to a server without it: list of mechanisms, authentication, step. */
    static final List<Integer> SASL = List.of(0x20, 0x21, 0x22);

    /** Some that no version knows. */
    static final List<Integer> UNKNOWN = List.of(0x1b, 0x1f, 0x25, 0x30, 0x3b, 0x80, 0xff);

    private static final int LAST = 0x24;

    private Opcodes() {}

    /** Whether servers without SASL have a layout of their own for this opcode. */
    static boolean isKnown(int opcode) {
        return opcode <= LAST && !UNKNOWN.contains(opcode);
    }

    /** All up to the last one. */
    static List<Integer> all() {
        return IntStream.rangeClosed(0, LAST).boxed().toList();
    }
}
