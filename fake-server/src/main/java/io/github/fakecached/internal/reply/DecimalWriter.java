package io.github.fakecached.internal.reply;

import io.netty.buffer.ByteBuf;

/** Writes unsigned numbers in decimal without making a string of them. */
final class DecimalWriter {

    private static final int LONGEST = 20;

    private DecimalWriter() {}

    static void write(long unsigned, ByteBuf out) {
        if (unsigned >= 0 && unsigned < 10) {
            out.writeByte('0' + (int) unsigned);
            return;
        }
        byte[] digits = new byte[LONGEST];
        int at = LONGEST;
        long rest = unsigned;
        if (rest < 0) {
            long tenth = Long.divideUnsigned(rest, 10);
            digits[--at] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
        do {
            long tenth = rest / 10;
            digits[--at] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        } while (rest != 0);
        out.writeBytes(digits, at, LONGEST - at);
    }
}
