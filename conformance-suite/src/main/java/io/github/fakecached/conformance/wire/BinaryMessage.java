package io.github.fakecached.conformance.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request or an answer of the binary protocol, as bytes and by its fields. Its lengths are what its header
 * says, right or wrong; it may be a template, with a placeholder for its cas unique.
 *
 * @param magic {@code 0x80} in a request, {@code 0x81} in an answer
 * @param opcode the command
 * @param keyLength as announced
 * @param extrasLength as announced
 * @param dataType always 0 in what clients should send
 * @param status of an answer; the vbucket of a request
 * @param bodyLength of extras, key and value, as announced
 * @param opaque what the answer repeats
 * @param cas eight bytes, or a placeholder
 * @param body extras, key and value
 */
public record BinaryMessage(
        int magic,
        int opcode,
        int keyLength,
        int extrasLength,
        int dataType,
        int status,
        long bodyLength,
        long opaque,
        String cas,
        String body) {

    /** Bytes before the body. */
    static final int HEADER = 24;

    private static final int BEFORE_CAS = 16;
    private static final char REQUEST = 0x80;
    private static final char ANSWER = 0x81;
    private static final String NO_CAS = "\0".repeat(8);

    /** A request with honest lengths, no opaque and no cas unique. */
    public static BinaryMessage request(int opcode, String extras, String key, String value) {
        var body = extras + key + value;
        return new BinaryMessage(REQUEST, opcode, key.length(), extras.length(), 0, 0, body.length(), 0, NO_CAS, body);
    }

    /** The same with another opaque. */
    public BinaryMessage withOpaque(long other) {
        return new BinaryMessage(
                magic, opcode, keyLength, extrasLength, dataType, status, bodyLength, other, cas, body);
    }

    /** The same with another cas unique: eight bytes, or a placeholder. */
    public BinaryMessage withCas(String other) {
        return new BinaryMessage(
                magic, opcode, keyLength, extrasLength, dataType, status, bodyLength, opaque, other, body);
    }

    /** The key, or as much of it as is there. */
    public String key() {
        int from = Math.min(extrasLength, body.length());
        return body.substring(from, Math.min(from + keyLength, body.length()));
    }

    /** What follows the key. */
    public String value() {
        return body.substring(Math.min(extrasLength + keyLength, body.length()));
    }

    /** An unsigned number as bytes, the highest first. */
    public static String number(long value, int bytes) {
        var out = new StringBuilder();
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.append((char) (value >>> shift & 0xff));
        }
        return out.toString();
    }

    /** The unsigned number that these bytes are. */
    public static long number(String bytes) {
        return bytes.chars().asLongStream().reduce(0, (number, next) -> number << 8 | next);
    }

    /** The bytes, or the template. */
    public String bytes() {
        return number(magic, 1)
                + number(opcode, 1)
                + number(keyLength, 2)
                + number(extrasLength, 1)
                + number(dataType, 1)
                + number(status, 2)
                + number(bodyLength, 4)
                + number(opaque, 4)
                + cas
                + body;
    }

    /** The messages among these bytes; what is left at the end and is none comes as it is. */
    public static List<String> split(String bytes) {
        var chunks = new ArrayList<String>();
        int from = 0;
        while (from < bytes.length()) {
            int body = endOfHeader(bytes, from);
            long to = body < 0 ? bytes.length() : body + number(bytes.substring(from + 8, from + 12));
            chunks.add(bytes.substring(from, (int) Math.min(to, bytes.length())));
            from += chunks.get(chunks.size() - 1).length();
        }
        return chunks;
    }

    /** One of what {@link #split} gave, unless it is no message. */
    public static Optional<BinaryMessage> of(String chunk) {
        int body = endOfHeader(chunk, 0);
        return body < 0
                ? Optional.empty()
                : Optional.of(new BinaryMessage(
                        chunk.charAt(0),
                        chunk.charAt(1),
                        (int) number(chunk.substring(2, 4)),
                        chunk.charAt(4),
                        chunk.charAt(5),
                        (int) number(chunk.substring(6, 8)),
                        number(chunk.substring(8, 12)),
                        number(chunk.substring(12, BEFORE_CAS)),
                        chunk.substring(BEFORE_CAS, body),
                        chunk.substring(body)));
    }

    /** Whether these bytes begin with a message that is there to its end. */
    static boolean isWhole(String bytes) {
        return bytes.length() >= HEADER && bytes.length() >= HEADER + number(bytes.substring(8, 12));
    }

    /** Where the body of the message that begins here does, or -1 if none begins here. */
    private static int endOfHeader(String bytes, int from) {
        if (bytes.length() <= from + BEFORE_CAS || (bytes.charAt(from) != REQUEST && bytes.charAt(from) != ANSWER)) {
            return -1;
        }
        if (bytes.charAt(from + BEFORE_CAS) == Escapes.PLACEHOLDER_START) {
            return bytes.indexOf(Escapes.PLACEHOLDER_END, from) + 1;
        }
        return bytes.length() < from + HEADER ? -1 : from + HEADER;
    }

    /** Whether it is a request and no answer. */
    boolean isRequest() {
        return magic == REQUEST;
    }

    /** As it stands in a transcript. */
    @Override
    public String toString() {
        return BinaryLine.of(this);
    }
}
