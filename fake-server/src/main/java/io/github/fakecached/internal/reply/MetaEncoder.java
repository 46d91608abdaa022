package io.github.fakecached.internal.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Base64;

/** Writes the replies of meta commands. Stateless; decides nothing. */
final class MetaEncoder {

    private static final int LINE_END = '\r' << 8 | '\n';

    private MetaEncoder() {}

    static void encode(MetaReply reply, ByteBuf out) {
        out.writeCharSequence(reply.code().name(), US_ASCII);
        byte[] value = reply.value();
        int valueLength = value == null ? 0 : value.length - reply.valueFrom();
        if (value != null) {
            out.writeByte(' ');
            DecimalWriter.write(valueLength, out);
        }
        for (MetaReply.Token token : reply.tokens()) {
            out.writeByte(' ');
            encode(token, out);
        }
        out.writeShort(LINE_END);
        if (value != null) {
            out.writeBytes(value, reply.valueFrom(), valueLength);
            out.writeShort(LINE_END);
        }
    }

    private static void encode(MetaReply.Token token, ByteBuf out) {
        if (token instanceof MetaReply.Token.Numeric number) {
            out.writeByte(number.letter());
            DecimalWriter.write(number.unsigned(), out);
        } else if (token instanceof MetaReply.Token.Letter letter) {
            out.writeByte(letter.letter());
        } else if (token instanceof MetaReply.Token.Opaque opaque) {
            out.writeBytes(opaque.token());
        } else if (token instanceof MetaReply.Token.Key key) {
            encode(key, out);
        } else {
            out.writeCharSequence("t-1", US_ASCII);
        }
    }

    static void encode(Reply.ItemReport report, ByteBuf out) {
        out.writeCharSequence("ME ", US_ASCII);
        out.writeBytes(report.binaryKey() ? Base64.getEncoder().encode(report.key()) : report.key());
        out.writeCharSequence(" " + report.report() + "\r\n", US_ASCII);
    }

    private static void encode(MetaReply.Token.Key key, ByteBuf out) {
        out.writeByte('k');
        if (key.binary()) {
            out.writeBytes(Base64.getEncoder().encode(Arrays.copyOf(key.keyAndValue(), key.keyLength())));
            out.writeCharSequence(" b", US_ASCII);
        } else {
            out.writeBytes(key.keyAndValue(), 0, key.keyLength());
        }
    }
}
