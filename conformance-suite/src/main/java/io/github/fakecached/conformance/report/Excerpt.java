package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.RuleResult;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of results, made short enough to be read: a transcript may hold a value of a megabyte. */
final class Excerpt {

    private static final int LINES = 120;
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
        var lines = message.strip().lines().toList();
        return lines.stream().limit(LINES).map(Excerpt::line).collect(Collectors.joining("\n"))
                + (lines.size() > LINES ? "\n(" + (lines.size() - LINES) + " more lines)" : "");
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
