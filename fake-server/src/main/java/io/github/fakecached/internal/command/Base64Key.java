package io.github.fakecached.internal.command;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes keys as memcached does (base64.c): bytes outside of the alphabet are skipped, the others must come in fours, padding
 * included, and nothing behind padding counts. The JDK's decoders are stricter, or lenient in other ways.
 */
final class Base64Key {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte PADDING = '=';
    private static final int BLOCK = 4;

    private Base64Key() {}

    /** The key, or null if it does not decode. */
    static byte @Nullable [] decode(byte[] encoded) {
        byte[] symbols = new byte[encoded.length];
        int count = 0;
        for (byte symbol : encoded) {
            if (symbol == PADDING || ALPHABET.indexOf(symbol) >= 0) {
                symbols[count++] = symbol;
            }
        }
        if (count == 0 || count % BLOCK != 0) {
            return null;
        }
        byte[] decoded = new byte[count / BLOCK * 3];
        int length = 0;
        for (int at = 0; at < count; at += BLOCK) {
            int bits = 0;
            int padding = 0;
            for (int i = at; i < at + BLOCK; i++) {
                padding += symbols[i] == PADDING ? 1 : 0;
                bits = bits << 6 | Math.max(0, ALPHABET.indexOf(symbols[i]));
            }
            if (padding > 2) {
                return null;
            }
            decoded[length++] = (byte) (bits >> 16);
            decoded[length++] = (byte) (bits >> 8);
            decoded[length++] = (byte) bits;
            if (padding > 0) {
                return Arrays.copyOf(decoded, length - padding);
            }
        }
        return decoded;
    }
}
