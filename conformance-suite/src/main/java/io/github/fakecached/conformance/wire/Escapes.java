package io.github.fakecached.conformance.wire;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Bytes as printable text that can be read back: {@code \r \n \t \\ \xHH}, and {@code \{1048516 a}} for a long run of
 * one byte. The two characters that enclose a placeholder in a template are written as {@code \<} and {@code \>}.
 */
public final class Escapes {

    /** Begins a placeholder in a template; no byte, so it is never sent. */
    public static final char PLACEHOLDER_START = '\uE000';

    /** Ends a placeholder in a template. */
    public static final char PLACEHOLDER_END = '\uE001';

    private static final int SHORTEST_RUN = 40;
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:([rnt\\\\])|x([0-9a-f]{2})|\\{(\\d+) (\\\\x[0-9a-f]{2}|\\\\.|.)}|([<>]))");

    private Escapes() {}

    /** The text with all that cannot be printed escaped. */
    public static String escape(String raw) {
        var out = new StringBuilder();
        int i = 0;
        while (i < raw.length()) {
            int run = runLength(raw, i);
            if (run >= SHORTEST_RUN) {
                out.append("\\{")
                        .append(run)
                        .append(' ')
                        .append(one(raw.charAt(i)))
                        .append('}');
                i += run;
            } else {
                out.append(one(raw.charAt(i++)));
            }
        }
        return out.toString();
    }

    /** The bytes that {@link #escape} made {@code escaped} of. */
    public static String unescape(String escaped) {
        var out = new StringBuilder();
        var matcher = ESCAPED.matcher(escaped);
        int from = 0;
        while (matcher.find()) {
            out.append(escaped, from, matcher.start()).append(meaning(matcher.toMatchResult()));
            from = matcher.end();
        }
        return out.append(escaped.substring(from)).toString();
    }

    private static String meaning(MatchResult escape) {
        if (escape.group(1) != null) {
            return switch (escape.group(1)) {
                case "r" -> "\r";
                case "n" -> "\n";
                case "t" -> "\t";
                default -> "\\";
            };
        }
        if (escape.group(2) != null) {
            return String.valueOf((char) Integer.parseInt(escape.group(2), 16));
        }
        if (escape.group(5) != null) {
            return String.valueOf(escape.group(5).equals("<") ? PLACEHOLDER_START : PLACEHOLDER_END);
        }
        return unescape(escape.group(4)).repeat(Integer.parseInt(escape.group(3)));
    }

    private static int runLength(String raw, int from) {
        int to = from + 1;
        while (to < raw.length() && raw.charAt(to) == raw.charAt(from)) {
            to++;
        }
        return to - from;
    }

    private static String one(char c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case PLACEHOLDER_START -> "\\<";
            case PLACEHOLDER_END -> "\\>";
            default -> c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\x%02x".formatted((int) c);
        };
    }
}
