package io.github.fakecached.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.internal.wire.BinaryRequest;
import io.github.fakecached.journal.Preview;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes what was on the wire readable. Works on the first bytes only, which is all that is kept. */
final class Previews {

    private static final String MORE = "…";
    private static final int LINE_END = 2;
    private static final int STATUS_AT = 6;
    private static final int BODY_LENGTH_AT = 8;
    private static final int EXTRAS_LENGTH_AT = 4;
    private static final int KEY_LENGTH_AT = 2;
    private static final int OPAQUE_AT = 12;
    private static final int CAS_AT = 16;

    private Previews() {}

    /**
     * A request.
     *
     * @param value the beginning of its value; null if it brought none, or must not be shown
     * @param valueLength how many bytes the value has; negative if it must not be shown
     */
    static Preview request(Request request, byte @Nullable [] value, int valueLength) {
        BinaryRequest head = request.head();
        StringBuilder text = new StringBuilder(head == null ? "" : describe(request, head));
        long length = request.length();
        if (head == null) {
            byte[] line = request.line();
            text.append(Escaped.text(line, 0, line.length));
            boolean whole = line.length < Request.LINE_MAX || request.length() <= Request.LINE_MAX + LINE_END;
            text.append(whole ? "" : MORE);
            length += value == null ? 0 : valueLength + (long) LINE_END;
        }
        if (value == Recorded.HIDDEN) {
            text.append("\\r\\n").append(Request.HIDDEN);
        } else if (value != null) {
            text.append("\\r\\n").append(Escaped.text(value, 0, value.length));
            text.append(value.length < valueLength ? MORE : "");
        }
        return new Preview(text.toString(), length);
    }

    private static String describe(Request request, BinaryRequest head) {
        StringBuilder text = new StringBuilder(request.name());
        if (head.key().length > 0) {
            text.append(' ').append(Escaped.text(head.key(), 0, head.key().length));
        }
        if (head.cas() != 0) {
            text.append(" cas=").append(Long.toUnsignedString(head.cas()));
        }
        if (head.opaque() != 0) {
            text.append(String.format(Locale.ROOT, " opaque=0x%x", head.opaque()));
        }
        return text.append(head.extras().length == 0 ? "" : " extras=0x" + hex(head.extras()))
                .toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A reply, or several that answer one request. */
    static Preview reply(Request request, byte[] beginning, long length) {
        boolean readable = request.head() != null && beginning.length >= BinaryRequest.HEADER;
        if (readable) {
            return new Preview(response(beginning, length), length);
        }
        int end = beginning.length == length && endsLine(beginning) ? beginning.length - LINE_END : beginning.length;
        return new Preview(Escaped.text(beginning, 0, end) + (beginning.length < length ? MORE : ""), length);
    }

    private static boolean endsLine(byte[] bytes) {
        return bytes.length >= LINE_END && bytes[bytes.length - LINE_END] == '\r' && bytes[bytes.length - 1] == '\n';
    }

    private static String response(byte[] bytes, long length) {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "0x%04x", head.getShort(STATUS_AT) & 0xffff));
        long body = head.getInt(BODY_LENGTH_AT) & 0xffff_ffffL;
        int valueFrom =
                BinaryRequest.HEADER + (head.get(EXTRAS_LENGTH_AT) & 0xff) + (head.getShort(KEY_LENGTH_AT) & 0xffff);
        int bodyEnd = (int) Math.min(bytes.length, BinaryRequest.HEADER + body);
        if (head.getLong(CAS_AT) != 0) {
            text.append(" cas=").append(Long.toUnsignedString(head.getLong(CAS_AT)));
        }
        if (head.getInt(OPAQUE_AT) != 0) {
            text.append(String.format(Locale.ROOT, " opaque=0x%x", head.getInt(OPAQUE_AT)));
        }
        if (valueFrom < bodyEnd) {
            text.append(' ').append(Escaped.text(bytes, valueFrom, bodyEnd));
        }
        return text.append(bodyEnd < length ? MORE : "").toString();
    }

    /** Keys as UTF-8, whatever they are. */
    static String key(byte[] key) {
        return new String(key, UTF_8);
    }
}
