package io.github.fakecached.conformance.property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The numbers of stats, and what requests make of them. Knows no rule. */
final class Stats {

    /** Those that count what was asked for; others change by themselves. */
    private static final Pattern OF_REQUESTS = Pattern.compile(
            "cmd_.*|.*_hits|.*_misses|cas_badval|get_expired|get_flushed|store_too_large|store_no_memory|auth_.*|total_items");

    private final Map<String, Long> numbers;

    private Stats(Map<String, Long> numbers) {
        this.numbers = numbers;
    }

    static Stats of(TextClient client) {
        return of(client, "stats");
    }

    /** The numbers of a kind of stats. */
    static Stats of(TextClient client, String line) {
        var reply = client.ask(line);
        if (!reply.endsWith("END\r\n")) {
            throw new AssertionError("expected " + line + " to end in END");
        }
        var numbers = new LinkedHashMap<String, Long>();
        reply.lines()
                .map(stat -> stat.split(" ", 3))
                .filter(words -> words.length == 3 && words[2].matches("\\d{1,18}"))
                .forEach(words -> numbers.put(words[1], Long.valueOf(words[2])));
        return new Stats(numbers);
    }

    /** One of them; 0 where there is none. */
    long get(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /** How much those that count requests have gone up since, without those that have not. */
    private Map<String, Long> since(Stats before) {
        var more = new TreeMap<String, Long>();
        numbers.forEach((name, number) -> {
            if (OF_REQUESTS.matcher(name).matches() && number != before.get(name)) {
                more.put(name, number - before.get(name));
            }
        });
        return more;
    }

    /**
     * Sends lines, and sees that they count this, such as {@code cmd_get 2, get_hits 2}, and nothing else. What was flushed
     * before may be found and counted by the way, so that get_flushed is looked at only where it is named, as is get_expired.
     */
    static void expect(TextClient client, String counted, String line, String... data) {
        var before = of(client);
        client.ask(line, data);
        var actual = of(client).since(before);
        actual.keySet().removeIf(name -> name.matches("get_expired|get_flushed") && !counted.contains(name));
        var expected = new TreeMap<String, Long>();
        for (var one : counted.isEmpty() ? new String[0] : counted.split(", ")) {
            var words = one.split(" ");
            expected.put(words[0], Long.valueOf(words[1]));
        }
        expected.values().removeIf(more -> more == 0);
        if (!actual.equals(expected)) {
            throw new AssertionError("expected " + line + " to count " + expected + ", and not " + actual);
        }
    }
}
