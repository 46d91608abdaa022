package io.github.fakecached.internal.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.Opcode;
import io.github.fakecached.internal.wire.BinaryRequest;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies as the binary protocol has them: what a request's opcode asks to be left out is left out here. A quiet opcode
 * mutes success, but for values, of which it mutes the absence; it never mutes an error. Stateless; decides nothing else.
 */
public final class BinaryEncoder {

    private static final int RESPONSE_MAGIC = 0x81;
    private static final byte[] NOTHING = {};
    private static final byte[] AUTHENTICATED = "Authenticated".getBytes(US_ASCII);

    private BinaryEncoder() {}

    /**
     * Appends the answer to a request to what is to be sent. Returns whether to send it at once: memcached does not wait with
     * errors, nor after a no-op.
     */
    public static boolean encode(Reply reply, BinaryRequest request, ByteBuf out) {
        Opcode opcode = Opcode.find(request.opcode());
        boolean quiet = opcode != null && opcode.isQuiet(request.opcode());
        if (reply instanceof Reply.Values values) {
            return encodeValue(values, request, opcode, quiet, out);
        } else if (reply instanceof Reply.Status status) {
            return encodeStatus(BinaryStatus.of(status.outcome(), opcode), status.cas(), request, quiet, out);
        } else if (reply instanceof Reply.Numeric number) {
            if (!quiet) {
                header(BinaryStatus.SUCCESS, 0, 0, Long.BYTES, number.cas(), request, out);
                out.writeLong(number.number());
            }
        } else if (reply instanceof Reply.Failure failure) {
            // With a body shorter than its key, the request is none of its opcode's.
            Opcode asked = request.valueLength() < 0 ? null : opcode;
            return encodeStatus(BinaryStatus.of(failure.error(), asked), 0, request, false, out);
        } else if (reply instanceof Reply.Told told) {
            return encodeTold(ToldStatus.of(told.line(), opcode), request, quiet, out);
        } else if (reply instanceof Reply.Refused) {
            return encodeStatus(BinaryStatus.NOT_FOUND, 0, request, false, out);
        } else if (reply instanceof Reply.Lines lines) {
            encodeDetail(lines, request, out);
        } else if (reply instanceof Reply.Version version) {
            encodeText(NOTHING, version.number().getBytes(US_ASCII), request, out);
        } else if (reply instanceof Reply.Statistics statistics) {
            encodeStatistics(statistics, request, out);
        } else if (reply instanceof Reply.Mechanisms mechanisms) {
            encodeText(NOTHING, mechanisms.names().getBytes(US_ASCII), request, out);
        } else if (reply instanceof Reply.Authenticated) {
            encodeText(NOTHING, AUTHENTICATED, request, out);
        } else if (reply instanceof Reply.Challenge challenge) {
            header(BinaryStatus.AUTH_CONTINUE, 0, 0, challenge.challenge().length, 0, request, out);
            out.writeBytes(challenge.challenge());
            return true;
        } else if (reply instanceof Reply.Noop) {
            encodeStatus(BinaryStatus.SUCCESS, 0, request, quiet, out);
            return true;
        } else if (reply instanceof Reply.Close) {
            encodeStatus(BinaryStatus.SUCCESS, 0, request, quiet, out);
        }
        return false;
    }

    private static boolean encodeStatus(
            BinaryStatus status, long cas, BinaryRequest request, boolean quiet, ByteBuf out) {
        boolean success = status == BinaryStatus.SUCCESS;
        if (!(success && quiet)) {
            header(status, 0, 0, status.text().length, cas, request, out);
            out.writeBytes(status.text());
        }
        return !success;
    }

    private static boolean encodeTold(ToldStatus status, BinaryRequest request, boolean quiet, ByteBuf out) {
        if (!(status.isSuccess() && quiet)) {
            header(status.code(), 0, 0, status.body().length, 0, request, out);
            out.writeBytes(status.body());
        }
        return !status.isSuccess();
    }

    private static boolean encodeValue(
            Reply.Values values, BinaryRequest request, @Nullable Opcode opcode, boolean quiet, ByteBuf out) {
        boolean withKey = opcode == Opcode.GETK || opcode == Opcode.GATK;
        if (!values.values().isEmpty()) {
            encodeValue(values.values().get(0), withKey, opcode != Opcode.TOUCH, request, out);
        } else if (withKey && !quiet) {
            byte[] key = request.key();
            header(BinaryStatus.NOT_FOUND, 0, key.length, key.length, 0, request, out);
            out.writeBytes(key);
        } else if (!quiet) {
            return encodeStatus(BinaryStatus.NOT_FOUND, 0, request, false, out);
        }
        return false;
    }

    private static void encodeValue(
            Reply.Value value, boolean withKey, boolean withValue, BinaryRequest request, ByteBuf out) {
        byte[] keyAndValue = value.keyAndValue();
        int from = withKey ? 0 : value.keyLength();
        int to = withValue ? keyAndValue.length : value.keyLength();
        int keyLength = withKey ? value.keyLength() : 0;
        header(BinaryStatus.SUCCESS, Integer.BYTES, keyLength, Integer.BYTES + to - from, value.cas(), request, out);
        out.writeInt(value.flags());
        out.writeBytes(keyAndValue, from, to - from);
    }

    /** An answer for each, and an empty one at the end. */
    private static void encodeStatistics(Reply.Statistics statistics, BinaryRequest request, ByteBuf out) {
        for (Reply.Statistic statistic : statistics.statistics()) {
            encodeText(statistic.name().getBytes(ISO_8859_1), statistic.value().getBytes(ISO_8859_1), request, out);
        }
        encodeText(NOTHING, NOTHING, request, out);
    }

    /** Statistics for prefixes are one statistic, whose value is the text that they are in the text protocol. */
    private static void encodeDetail(Reply.Lines lines, BinaryRequest request, ByteBuf out) {
        StringBuilder text = new StringBuilder();
        lines.lines().forEach(line -> text.append(line).append(lines.lineEnd()));
        text.append(lines.last());
        encodeText("detailed".getBytes(US_ASCII), text.toString().getBytes(ISO_8859_1), request, out);
        encodeText(NOTHING, NOTHING, request, out);
    }

    private static void encodeText(byte[] key, byte[] text, BinaryRequest request, ByteBuf out) {
        header(BinaryStatus.SUCCESS, 0, key.length, key.length + text.length, 0, request, out);
        out.writeBytes(key).writeBytes(text);
    }

    private static void header(
            BinaryStatus status,
            int extrasLength,
            int keyLength,
            int bodyLength,
            long cas,
            BinaryRequest request,
            ByteBuf out) {
        header(status.code(), extrasLength, keyLength, bodyLength, cas, request, out);
    }

    private static void header(
            short status,
            int extrasLength,
            int keyLength,
            int bodyLength,
            long cas,
            BinaryRequest request,
            ByteBuf out) {
        out.writeByte(RESPONSE_MAGIC)
                .writeByte(request.opcode())
                .writeShort(keyLength)
                .writeByte(extrasLength)
                .writeByte(0)
                .writeShort(status)
                .writeInt(bodyLength)
                .writeInt(request.opaque())
                .writeLong(cas);
    }
}
