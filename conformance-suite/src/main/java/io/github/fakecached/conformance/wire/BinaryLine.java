package io.github.fakecached.conformance.wire;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A binary message as a line of a transcript, which can be read by people and parsed back: the fields of its header by name,
 * and its body. What is no message is shown as it is, behind the word {@code raw}.
 */
final class BinaryLine {

    private static final String RAW = "raw ";
    private static final Pattern PRINTED = Pattern.compile("([0-9a-f]{2}) op=([0-9a-f]{2}) keylen=(\\d+) extlen=(\\d+)"
            + " datatype=(\\d+) (?:vbucket|status)=(\\d+) bodylen=(\\d+) opaque=([0-9a-f]{8})"
            + " cas=(\\d+|\\\\<.*?\\\\>)(?: (.*))?");

    private BinaryLine() {}

    /** One of what {@link BinaryMessage#split} gave, as a line. */
    static String print(String chunk) {
        return BinaryMessage.of(chunk).map(BinaryLine::of).orElseGet(() -> RAW + Escapes.escape(chunk));
    }

    static String of(BinaryMessage message) {
        var cas = message.cas();
        var body = message.body();
        return "%02x op=%02x keylen=%d extlen=%d datatype=%d %s=%d bodylen=%d opaque=%08x cas=%s%s"
                .formatted(
                        message.magic(),
                        message.opcode(),
                        message.keyLength(),
                        message.extrasLength(),
                        message.dataType(),
                        message.isRequest() ? "vbucket" : "status",
                        message.status(),
                        message.bodyLength(),
                        message.opaque(),
                        cas.charAt(0) == Escapes.PLACEHOLDER_START
                                ? Escapes.escape(cas)
                                : Long.toUnsignedString(BinaryMessage.number(cas)),
                        body.isEmpty() ? "" : " " + Escapes.escape(body));
    }

    /** The bytes that were printed as this line. */
    static String parse(String line) {
        if (line.startsWith(RAW)) {
            return Escapes.unescape(line.substring(RAW.length()));
        }
        var matcher = PRINTED.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the header and the body of a binary message: " + line);
        }
        return new BinaryMessage(
                        Integer.parseInt(matcher.group(1), 16),
                        Integer.parseInt(matcher.group(2), 16),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)),
                        Integer.parseInt(matcher.group(5)),
                        Integer.parseInt(matcher.group(6)),
                        Long.parseLong(matcher.group(7)),
                        Long.parseLong(matcher.group(8), 16),
                        cas(matcher.group(9)),
                        Escapes.unescape(Objects.requireNonNullElse(matcher.group(10), "")))
                .bytes();
    }

    private static String cas(String printed) {
        return printed.startsWith("\\")
                ? Escapes.unescape(printed)
                : BinaryMessage.number(Long.parseUnsignedLong(printed), 8);
    }
}
