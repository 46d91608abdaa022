package io.github.fakecached.internal.engine;

/** Keys as memcached shows them where any byte could be in them (uriencode in util.c). */
final class UriEncoding {

    private static final String UNRESERVED = "-._~";

    private UriEncoding() {}

    /** A key in characters of ASCII. */
    static String of(byte[] key, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            char character = (char) (key[at] & 0xff);
            boolean letterOrDigit = character < 0x80 && Character.isLetterOrDigit(character);
            if (letterOrDigit || UNRESERVED.indexOf(character) >= 0) {
                text.append(character);
            } else {
                text.append("%%%02X".formatted((int) character));
            }
        }
        return text.toString();
    }
}
