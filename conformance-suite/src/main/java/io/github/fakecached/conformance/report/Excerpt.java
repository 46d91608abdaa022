package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.RuleResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The messages of results, made short enough to be read: a transcript may hold a value of a megabyte, and hundreds of requests
 * before the one that counts, which is the last.
 */
final class Excerpt {

    private static final int FIRST_LINES = 20;
    private static final int LAST_LINES = 40;
    private static final int LINE = 400;

    private Excerpt() {}

    /** Each property with its message. */
    static String of(List<RuleResult> results) {
        return results.stream().map(Excerpt::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(RuleResult result) {
        return (result.property().isEmpty() ? "" : result.property() + "\n") + of(result.message());
    }

    /** One message. */
    static String of(String message) {
        var lines = message.strip().lines().map(Excerpt::line).toList();
        int left = lines.size() - FIRST_LINES - LAST_LINES;
        return left <= 0
                ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, FIRST_LINES)) + "\n(" + left + " more lines)\n"
                        + String.join("\n", lines.subList(FIRST_LINES + left, lines.size()));
    }

    private static String line(String line) {
        if (line.length() <= LINE) {
            return line;
        }
        int half = LINE / 2;
        return line.substring(0, half) + " (" + (line.length() - LINE) + " more characters) "
                + line.substring(line.length() - half);
    }
}
