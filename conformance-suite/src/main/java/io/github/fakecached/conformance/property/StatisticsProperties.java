package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Example;

/** stats and its kinds, as far as they do not depend on a server's past. */
class StatisticsProperties extends TextRules {

    @Example
    @Checks("A-STATS-01")
    void statsBeginsWithTheProcess(TextClient client) {
        var version = Pattern.quote(client.connection().version());
        expectMatch(
                client,
                "stats",
                "(?s)STAT pid \\d+\r\nSTAT uptime \\d+\r\nSTAT time \\d+\r\nSTAT version " + version + "\r\n.*END\r\n");
    }

    @Example
    @Checks("A-STATS-02")
    void settingsAreTold(TextClient client) {
        expectMatch(
                client,
                "stats settings",
                "(?s)STAT maxbytes \\d+\r\nSTAT maxconns \\d+\r\nSTAT tcpport .*STAT cas_enabled yes\r\n.*"
                        + "STAT item_size_max 1048576\r\n.*END\r\n");
    }

    @Example
    @Checks("A-STATS-03")
    void resetForgetsWhatWasCounted(TextClient client) {
        client.store("k", "v");
        client.ask("get k missing");
        client.expect("RESET", "stats reset");
        expectMatch(
                client,
                "stats",
                "(?s).*STAT cmd_get 0\r\nSTAT cmd_set 0\r\n.*STAT get_hits 0\r\nSTAT get_misses 0\r\n.*"
                        + "STAT curr_items [1-9].*");
    }

    @Example
    @Checks("A-STATS-04")
    void anItemIsInTheClassOfItsSize(TextClient client) {
        client.store("k", "v".repeat(1000));
        expectMatch(client, "stats items", "(?s).*STAT items:12:number \\d+\r\n.*END\r\n");
        expectMatch(
                client,
                "stats slabs",
                "(?s).*STAT 12:chunk_size 1184\r\nSTAT 12:chunks_per_page 885\r\n.*STAT active_slabs \\d+\r\n.*END\r\n");
    }

    @Example
    @Checks("A-STATS-05")
    void sizesAreNotTracked(TextClient client) {
        client.expect("STAT sizes_status disabled\r\nEND", "stats sizes");
    }

    @Example
    @Checks("A-STATS-06")
    void prefixesAreCountedWhileThatIsOn(TextClient client) {
        client.expect("OK", "stats detail on");
        client.ask("stats reset");
        client.store("conformance:k", "v");
        client.ask("get conformance:k conformance:missing");
        client.expect("OK", "stats detail off");
        client.ask("get conformance:k");
        expectMatch(client, "stats detail dump", "(?s).*PREFIX conformance get 2 hit 1 set 1 del 0\r\n.*END\r\n");
        for (var line : List.of("stats detail", "stats detail x")) {
            client.expect("CLIENT_ERROR usage: stats detail on|off|dump", line);
        }
    }

    @Example
    @Checks("A-STATS-07")
    void theAskingConnectionIsTold(TextClient client) {
        expectMatch(client, "stats conns", "(?s)(STAT \\d+:\\S+ \\S+\r\n)*STAT \\d+:state conn_parse_cmd\r\n.*END\r\n");
        expectMatch(client, "stats conns", "(?s).*STAT (\\d+):addr tcp6?:\\S+:\\d+\r\nSTAT \\1:listen_addr \\S+\r\n.*");
    }

    @Example
    @Checks("A-STATS-08")
    void otherKindsAreErrors(TextClient client) {
        client.expect("ERROR", "stats nothing");
        client.expect("CLIENT_ERROR bad command line", "stats cachedump 1");
        client.expect(FORMAT, "stats cachedump x 1");
        client.expect("CLIENT_ERROR Illegal slab id", "stats cachedump 64 1");
    }

    private static void expectMatch(TextClient client, String line, String pattern) {
        if (!client.ask(line).matches(pattern)) {
            throw new AssertionError("expected " + pattern);
        }
    }
}
