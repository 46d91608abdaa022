package io.github.fakecached.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code -h} prints: all options, in the order of what becomes of them. */
final class HelpText {

    private static final int INDENT = 34;
    private static final int WIDTH = 96;

    private final StringBuilder text = new StringBuilder();

    private HelpText() {}

    static String text() {
        HelpText help = new HelpText();
        help.line("Usage: java -jar fakecached-standalone.jar [option ...]");
        help.line("Starts a fake memcached for tests. It takes memcached's options.");
        for (Treatment treatment : Treatment.values()) {
            help.line("");
            help.line(treatment.heading());
            help.options(treatment);
        }
        help.line("");
        help.line("When it is ready, it prints one line, with the real address and port:");
        help.line("  fakecached: memcached 1.6.45 listening on 127.0.0.1:11211");
        help.line("With --ready-json, of which more in docs/STANDALONE.md, it is");
        help.line(
                "  {\"version\":\"1.6.45\",\"pid\":4711,\"nodes\":[{\"node\":\"default\",\"host\":\"127.0.0.1\",\"port\":11211, ...");
        help.line("SIGTERM or SIGINT ends it, with exit code 0 as memcached's. Other exit codes: " + Refusal.USAGE
                + " bad option, " + Refusal.SYSTEM);
        help.line("it cannot listen or write its pid file; the reason is then on standard error.");
        return help.text.toString();
    }

    private void options(Treatment treatment) {
        for (MemcachedOption option : MemcachedOption.values()) {
            if (option.treatment() == treatment) {
                row(option.synopsis(), option.description());
            }
        }
        List<ExtendedOption> extended = Arrays.stream(ExtendedOption.values())
                .filter(option -> option.treatment() == treatment)
                .toList();
        if (treatment == Treatment.NOT_SERVED) {
            extended.forEach(option -> row("-o " + option, option.instead()));
        } else if (!extended.isEmpty()) {
            row("-o", extended.stream().map(ExtendedOption::toString).collect(Collectors.joining(", ")));
        }
    }

    private void row(String synopsis, String description) {
        List<String> lines = wrapped(description);
        line(String.format("  %-" + (INDENT - 3) + "s %s", synopsis, lines.get(0)));
        lines.stream().skip(1).forEach(rest -> line(" ".repeat(INDENT) + rest));
    }

    private static List<String> wrapped(String description) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : description.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - INDENT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
