package io.github.fakecached.conformance.property;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server has counted of commands, by the names of its statistics. What goes on besides, such as time and memory, is
 * not looked at.
 */
record Counters(Map<String, Long> values) {

    private static final Pattern ABOUT_COMMANDS = Pattern.compile(
            "STAT ((?:cmd|get|delete|incr|decr|cas|touch|store|auth)_(?!flushed)\\w+|total_items) (\\d+)");
    private static final Pattern TIME = Pattern.compile("STAT time (\\d+)");

    /** Those of now, without what was found flushed: that depends on when a server forgets it. */
    static Counters of(TextClient client) {
        var reply = client.ask("stats");
        if (!reply.endsWith("END\r\n")) {
            throw new AssertionError("expected stats to end in END");
        }
        return new Counters(ABOUT_COMMANDS
                .matcher(reply)
                .results()
                .collect(Collectors.toMap(result -> result.group(1), result -> Long.valueOf(result.group(2)))));
    }

    /** The time on the server's clock. */
    static long time(TextClient client) {
        return Long.parseLong(TIME.matcher(client.ask("stats"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
    }

    /** Sees that so much has been counted since, and no more: {@code name=difference} in the order of the names. */
    void expectSince(Counters before, String counted) {
        var actual = since(before);
        if (!actual.equals(counted)) {
            throw new AssertionError("expected that " + counted + " are counted, and not " + actual);
        }
    }

    private String since(Counters before) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(counter -> !counter.getValue().equals(before.values.get(counter.getKey())))
                        .map(counter -> counter.getKey() + "="
                                + (counter.getValue() - before.values.getOrDefault(counter.getKey(), 0L)))
                        .collect(Collectors.joining(" "));
    }
}
