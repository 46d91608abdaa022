package io.github.fakecached.internal.wire;

/**
 * The head of a binary request: what its 24-byte header says, and the extras and the key behind it. A value has yet to come.
 *
 * @param opcode 0 to 255
 * @param opaque what every answer repeats
 * @param cas the cas unique to compare, 0 for none
 * @param bodyLength how many bytes extras, key and value have together, as the client says
 */
public record BinaryRequest(int opcode, int opaque, long cas, byte[] extras, byte[] key, long bodyLength) {

    /** How many bytes the header has. */
    public static final int HEADER = 24;

    /** How many bytes follow the key; negative if extras and key alone are longer than the body. */
    public long valueLength() {
        return bodyLength - extras.length - key.length;
    }
}
