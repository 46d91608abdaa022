package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import java.time.Duration;
import net.jqwik.api.Example;
import org.awaitility.Awaitility;

/** A server where nobody but the crawler looks for items that have expired, and it only when it is told to. */
@StartedWith(Startup.WITHOUT_MAINTAINER)
class CrawlerProperties extends TextRules {

    private static final int SEVERAL = 5;

    @Example
    @Checks("A-CRAWLER-07")
    void whatHasExpiredStaysUntilACrawl(TextClient client) {
        crawl(client);
        var before = Stats.of(client);
        for (int i = 0; i < SEVERAL; i++) {
            client.store("k" + i, "v");
        }
        for (int i = 0; i < SEVERAL; i++) {
            client.expect("TOUCHED", "touch k" + i + " -1");
        }
        expectMore(before, client, "curr_items", SEVERAL);
        crawl(client);
        expectMore(before, client, "curr_items", 0);
        expectMore(before, client, "crawler_reclaimed", SEVERAL);
    }

    /** Has the crawler look at everything, and waits until it has. */
    private static void crawl(TextClient client) {
        client.expect("OK", "lru_crawler crawl all");
        Awaitility.await("the crawler to end")
                .atMost(Duration.ofSeconds(10))
                .until(() -> Stats.of(client).get("lru_crawler_running") == 0);
    }

    private static void expectMore(Stats before, TextClient client, String name, long more) {
        long actual = Stats.of(client).get(name) - before.get(name);
        if (actual != more) {
            throw new AssertionError("expected " + name + " to be up by " + more + ", and not by " + actual);
        }
    }
}
