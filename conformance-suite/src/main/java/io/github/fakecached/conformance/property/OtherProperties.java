package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

/** version, verbosity and what can be said of stats without knowing a server's past. */
class OtherProperties extends TextRules {

    @Example
    @Checks("T-OTHER-01")
    void versionSaysTheVersion(TextClient client) {
        for (var line : List.of("version", "version x", "version x y")) {
            client.expect("VERSION " + client.connection().version(), line);
        }
    }

    @Example
    @Checks("T-OTHER-02")
    void verbosityTakesANumber(TextClient client) {
        client.expect("OK", "verbosity 1");
        client.expect("OK", "verbosity 0");
        client.expect(FORMAT, "verbosity x");
        client.expect(client.hasNewParser() ? FORMAT : "ERROR", "verbosity");
    }

    @Example
    @Checks("T-OTHER-03")
    void statsCountWhatHappens(TextClient client) {
        var before = stats(client);
        client.store("k", "5");
        client.ask("get k missing k");
        client.ask("incr k 1");
        client.ask("incr missing 1");
        client.ask("decr k 1");
        client.ask("decr missing 1");
        client.ask("touch k 0");
        client.ask("touch missing 0");
        client.ask("cas k 0 0 1 0", "5");
        client.ask("cas missing 0 0 1 0", "5");
        client.ask("cas k 0 0 1 " + client.unique("k"), "5");
        client.ask("delete k");
        client.ask("delete k");
        var after = stats(client);
        expectMore(before, after, "cmd_set", 4);
        expectMore(before, after, "cmd_get", 4);
        expectMore(before, after, "get_hits", 3);
        expectMore(before, after, "get_misses", 1);
        for (var name : List.of(
                "incr_hits",
                "incr_misses",
                "decr_hits",
                "decr_misses",
                "touch_hits",
                "touch_misses",
                "cas_hits",
                "cas_misses",
                "cas_badval",
                "delete_hits",
                "delete_misses")) {
            expectMore(before, after, name, 1);
        }
        // Numbers are changed where they are.
        expectMore(before, after, "total_items", 2);
    }

    private static Map<String, Long> stats(TextClient client) {
        var stats = new LinkedHashMap<String, Long>();
        client.ask("stats")
                .lines()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3 && words[2].matches("\\d{1,18}"))
                .forEach(words -> stats.put(words[1], Long.valueOf(words[2])));
        return stats;
    }

    private static void expectMore(Map<String, Long> before, Map<String, Long> after, String name, long more) {
        var counted = after.getOrDefault(name, -1L) - before.getOrDefault(name, 0L);
        if (counted != more) {
            throw new AssertionError(name + " went up by " + counted + " and not by " + more);
        }
    }

    @Example
    @Checks("T-OTHER-04")
    void wordsAfterTheVerbosityAreIgnoredUpToACount(TextClient client) {
        client.expect("OK", "verbosity 0 x");
        client.expect(client.hasNewParser() ? "OK" : "ERROR", "verbosity 0 x y");
    }

    @Example
    @Checks("T-OTHER-05")
    void theVerbosityIsTwoAtMost(TextClient client) {
        for (var given : List.of("0", "1", "2", "3", "100", "4294967295")) {
            client.expect("OK", "verbosity " + given);
            var shown = given.length() > 1 || given.equals("3") ? "2" : given;
            if (!client.ask("stats settings").contains("STAT verbosity " + shown + "\r\n")) {
                throw new AssertionError("stats settings does not show verbosity " + shown);
            }
        }
        client.expect(FORMAT, "verbosity -1");
        client.expect("OK", "verbosity 0");
    }
}
