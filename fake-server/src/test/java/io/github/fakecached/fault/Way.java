package io.github.fakecached.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** A way in which requests come: a dialect, or text over TLS; and how a few requests and their replies look in it. */
enum Way {
    TEXT,
    META,
    BINARY,
    TEXT_OVER_TLS;

    private static final int MAGIC = 0x80;
    private static final int SET = 0x01;
    private static final int GET = 0x00;
    private static final int NOOP = 0x0a;

    /** A request to store "value" under "k", as far as its data. */
    byte[] setHead() {
        return switch (this) {
            case TEXT, TEXT_OVER_TLS -> text("set k 0 0 5\r\n");
            case META -> text("ms k 5\r\n");
            case BINARY -> request(SET, new byte[8], "k", 5);
        };
    }

    /** The data of it. */
    byte[] setData() {
        return this == BINARY ? text("value") : text("value\r\n");
    }

    byte[] set() {
        return join(setHead(), setData());
    }

    byte[] stored() {
        return switch (this) {
            case TEXT, TEXT_OVER_TLS -> text("STORED\r\n");
            case META -> text("HD\r\n");
            case BINARY -> reply(SET, 0, new byte[0], "", 1);
        };
    }

    /** A request for the item "k". */
    byte[] get() {
        return switch (this) {
            case TEXT, TEXT_OVER_TLS -> text("get k\r\n");
            case META -> text("mg k v\r\n");
            case BINARY -> request(GET, new byte[0], "k", 0);
        };
    }

    /** The reply to that if "value" was stored first of all. */
    byte[] found() {
        return switch (this) {
            case TEXT, TEXT_OVER_TLS -> text("VALUE k 0 5\r\nvalue\r\nEND\r\n");
            case META -> text("VA 5\r\nvalue\r\n");
            case BINARY -> reply(GET, 0, new byte[4], "value", 1);
        };
    }

    /** A request that is about nothing, and which no test has a fault for. */
    byte[] noop() {
        return this == BINARY ? request(NOOP, new byte[0], "", 0) : text("mn\r\n");
    }

    byte[] noopReply() {
        return this == BINARY ? reply(NOOP, 0, new byte[0], "", 0) : text("MN\r\n");
    }

    /** What a set is answered with instead of an outcome. */
    byte[] told(String line, int binaryStatus, String binaryBody) {
        return this == BINARY ? reply(SET, binaryStatus, new byte[0], binaryBody, 0) : text(line + "\r\n");
    }

    static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] request(int opcode, byte[] extras, String key, int valueLength) {
        return ByteBuffer.allocate(24 + extras.length + key.length())
                .put((byte) MAGIC)
                .put((byte) opcode)
                .putShort((short) key.length())
                .put((byte) extras.length)
                .putShort((short) 0)
                .put((byte) 0)
                .putInt(extras.length + key.length() + valueLength)
                .putInt(0xfeed)
                .putLong(0)
                .put(extras)
                .put(text(key))
                .array();
    }

    private byte[] reply(int opcode, int status, byte[] extras, String body, long casFromFirst) {
        return ByteBuffer.allocate(24 + extras.length + body.length())
                .put((byte) 0x81)
                .put((byte) opcode)
                .putShort((short) 0)
                .put((byte) extras.length)
                .put((byte) 0)
                .putShort((short) status)
                .putInt(extras.length + body.length())
                .putInt(0xfeed)
                .putLong(casFromFirst == 0 ? 0 : FIRST_CAS + casFromFirst - 1)
                .put(extras)
                .put(text(body))
                .array();
    }

    /** The first cas unique of memcached 1.6.45. */
    private static final long FIRST_CAS = 2;
}
