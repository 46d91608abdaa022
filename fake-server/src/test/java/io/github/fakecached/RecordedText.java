package io.github.fakecached;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bytes are written down in a recorded transcript of text: with escapes, and {x*n} for n times x. */
final class RecordedText {

    private static final Pattern REPEATED = Pattern.compile("\\{(\\\\?.)\\*(\\d+)}", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(r|n|\\\\|x[0-9a-f]{2})");

    private RecordedText() {}

    /** The bytes themselves, as ISO 8859-1. */
    static String unescape(String text) {
        String whole = REPEATED.matcher(text)
                .replaceAll(repeated ->
                        Matcher.quoteReplacement(repeated.group(1).repeat(Integer.parseInt(repeated.group(2)))));
        return ESCAPED.matcher(whole).replaceAll(escaped -> switch (escaped.group(1)
                .charAt(0)) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 'x' -> String.valueOf((char) Integer.parseInt(escaped.group(1).substring(1), 16));
            default -> "\\\\";
        });
    }
}
