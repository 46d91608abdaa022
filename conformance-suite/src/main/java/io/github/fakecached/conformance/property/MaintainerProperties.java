package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import org.awaitility.Awaitility;

/** A server with the threads that look after items, as it has them without options. */
@StartedWith(Startup.PLAIN)
class MaintainerProperties extends TextRules {

    @Example
    @Checks("A-LRU-03")
    void theLruHasTwoModes(TextClient client) {
        client.expect("OK", "lru mode flat");
        expectSetting(client, "lru_segmented no");
        client.expect("OK", "lru mode segmented");
        expectSetting(client, "lru_segmented yes");
    }

    @Example
    @Checks("A-LRU-04")
    void shortLivedItemsMayHaveAQueueOfTheirOwn(TextClient client) {
        client.expect("OK", "lru temp_ttl 30");
        expectSetting(client, "temp_lru yes");
        expectSetting(client, "temporary_ttl 30");
        client.expect("OK", "lru temp_ttl -1");
        expectSetting(client, "temp_lru no");
    }

    @Example
    @Checks("A-CRAWLER-05")
    void theCrawlerTakesAwayWhatHasExpired(TextClient client) {
        var before = Stats.of(client);
        for (int i = 0; i < 20; i++) {
            client.store("k" + i, 0, -1, "v".repeat(5000));
        }
        Awaitility.await("the crawler to find expired items")
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    var answer = client.ask("lru_crawler crawl all");
                    if (!List.of("OK\r\n", "BUSY currently processing crawler request\r\n")
                            .contains(answer)) {
                        throw new AssertionError("crawl all is answered " + answer);
                    }
                    var after = Stats.of(client);
                    return after.get("curr_items") <= before.get("curr_items")
                            && after.get("lru_crawler_starts") > before.get("lru_crawler_starts");
                });
        client.expectNone("k0");
    }

    @Example
    @Checks("A-CRAWLER-06")
    void theCrawlerRunsAlready(TextClient client) {
        client.expect("ERROR failed to start lru crawler thread", "lru_crawler enable");
        for (var classes : List.of("x", "0", "64", "1,64")) {
            client.expect("BADCLASS invalid class id", "lru_crawler crawl " + classes);
        }
    }

    private static void expectSetting(TextClient client, String setting) {
        if (!client.ask("stats settings").contains("STAT " + setting + "\r\n")) {
            throw new AssertionError("stats settings does not show " + setting);
        }
    }
}
