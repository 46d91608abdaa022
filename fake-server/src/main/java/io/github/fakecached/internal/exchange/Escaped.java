package io.github.fakecached.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/** Bytes as text that can be printed anywhere: what came over the wire must not write to somebody's terminal. */
final class Escaped {

    private static final int CONTROL_END = 0x20;
    private static final int DELETE = 0x7f;

    private Escaped() {}

    /** UTF-8 as it is, but for control characters; anything else byte by byte. */
    static String text(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        try {
            UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .chars()
                    .forEach(character -> append(text, character, character > DELETE && !isControl(character)));
        } catch (CharacterCodingException notUtf8) {
            text.setLength(0);
            for (int i = from; i < to; i++) {
                append(text, bytes[i] & 0xff, false);
            }
        }
        return text.toString();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    private static void append(StringBuilder text, int character, boolean asIs) {
        if (asIs || (character >= CONTROL_END && character < DELETE && character != '\\')) {
            text.append((char) character);
        } else {
            switch (character) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> text.append(String.format(Locale.ROOT, character > 0xff ? "\\u%04x" : "\\x%02x", character));
            }
        }
    }
}
