package io.github.fakecached.junit.assertj;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text of any length and content, to be printed in one short line: quoted, what cannot be seen escaped, the rest left out. */
final class QuotedText {

    private static final int LONGEST = 80;
    private static final int BEFORE = 30;

    private QuotedText() {}

    static String of(String text) {
        return beginning(text.getBytes(UTF_8));
    }

    static String beginning(byte[] text) {
        return around(0, text);
    }

    /** The part in which a certain byte is. */
    static String around(int index, byte[] text) {
        String decoded = new String(text, UTF_8);
        int middle = new String(text, 0, Math.min(index, text.length), UTF_8).length();
        int from = decoded.length() <= LONGEST ? 0 : Math.max(0, middle - BEFORE);
        int to = Math.min(decoded.length(), from + LONGEST);
        return (from > 0 ? "..." : "")
                + '"'
                + escaped(decoded.substring(from, to))
                + '"'
                + (to < decoded.length() ? "..." : "");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '"', '\\' -> escaped.append('\\').append((char) c);
                default -> {
                    if (Character.isISOControl(c) || c == '\ufffd') {
                        escaped.append(String.format("\\u%04x", c));
                    } else {
                        escaped.append((char) c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
