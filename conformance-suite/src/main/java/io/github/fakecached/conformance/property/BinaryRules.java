package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;
import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.wire.BinaryMessage;
import java.math.BigInteger;

/** What is common to the properties of the binary protocol: the requests, and the values of the other protocol. */
abstract class BinaryRules extends TextRules {

    static final int GET = 0x00;
    static final int SET = 0x01;
    static final int ADD = 0x02;
    static final int REPLACE = 0x03;
    static final int DELETE = 0x04;
    static final int INCREMENT = 0x05;
    static final int DECREMENT = 0x06;
    static final int QUIT = 0x07;
    static final int FLUSH = 0x08;
    static final int GETQ = 0x09;
    static final int NOOP = 0x0a;
    static final int VERSION = 0x0b;
    static final int GETK = 0x0c;
    static final int GETKQ = 0x0d;
    static final int APPEND = 0x0e;
    static final int PREPEND = 0x0f;
    static final int STAT = 0x10;
    static final int SETQ = 0x11;
    static final int ADDQ = 0x12;
    static final int REPLACEQ = 0x13;
    static final int DELETEQ = 0x14;
    static final int INCREMENTQ = 0x15;
    static final int DECREMENTQ = 0x16;
    static final int QUITQ = 0x17;
    static final int FLUSHQ = 0x18;
    static final int APPENDQ = 0x19;
    static final int PREPENDQ = 0x1a;
    static final int TOUCH = 0x1c;
    static final int GAT = 0x1d;
    static final int GATQ = 0x1e;
    static final int SASL_LIST_MECHS = 0x20;
    static final int SASL_AUTH = 0x21;
    static final int SASL_STEP = 0x22;
    static final int GATK = 0x23;
    static final int GATKQ = 0x24;
    static final long DO_NOT_MAKE = 0xffffffffL;

    /** A request of nothing but an opcode. */
    static BinaryMessage bare(int opcode) {
        return request(opcode, "", "", "");
    }

    /** A request of a key. */
    static BinaryMessage keyed(int opcode, String key) {
        return request(opcode, "", key, "");
    }

    /** A set, add or replace. */
    static BinaryMessage store(int opcode, String key, long flags, long exptime, String value) {
        return request(opcode, number(flags, 4) + number(exptime, 4), key, value);
    }

    /** An append or prepend. */
    static BinaryMessage join(int opcode, String key, String value) {
        return request(opcode, "", key, value);
    }

    /** A touch, or one of its relatives. */
    static BinaryMessage touch(int opcode, String key, long exptime) {
        return request(opcode, number(exptime, 4), key, "");
    }

    /** An increment or decrement. */
    static BinaryMessage count(int opcode, String key, BigInteger delta, BigInteger initial, long exptime) {
        return request(
                opcode, number(delta.longValue(), 8) + number(initial.longValue(), 8) + number(exptime, 4), key, "");
    }

    /** Another cas unique than an answer has. */
    static String other(BinaryMessage answer) {
        return number(number(answer.cas()) + 1, 8);
    }

    /** A number as it is answered. */
    static String eightBytes(BigInteger number) {
        return number(number.longValue(), 8);
    }
}
