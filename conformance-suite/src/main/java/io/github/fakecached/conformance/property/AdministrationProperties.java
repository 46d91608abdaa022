package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Example;

/** Commands that look after a server. What they change here is as it was before, or does no harm to others. */
class AdministrationProperties extends TextRules {

    @Example
    @Checks("A-MEMORY-01")
    void theMemoryLimitIsInMegabytes(TextClient client) {
        client.expect("OK", "cache_memlimit 64");
        client.expect("", "cache_memlimit 64 noreply");
        client.expect("MEMLIMIT_TOO_SMALL cannot set maxbytes to less than 8m", "cache_memlimit 7");
        client.expect("MEMLIMIT_ADJUST_FAILED input value is megabytes not bytes", "cache_memlimit 1000000001");
        expectErrors(client, "cache_memlimit", "cache_memlimit x");
    }

    @Example
    @Checks("A-LRU-01")
    void theLruIsTuned(TextClient client) {
        client.expect("OK", "lru tune 20 40 0.2 2.0");
        client.expect("ERROR hot and warm pcts must not exceed 80", "lru tune 50 40 0.2 2.0");
        client.expect("ERROR hot/warm age factors must be greater than 0", "lru tune 20 40 0 2.0");
        expectErrors(client, "lru", "lru x", "lru mode", "lru mode x", "lru tune 20", "lru temp_ttl", "lru temp_ttl x");
        if (client.ask("stats settings").contains("STAT lru_maintainer_thread yes\r\n")) {
            client.expect("OK", "lru mode segmented");
            client.expect("OK", "lru temp_ttl -1");
        } else {
            expectErrors(client, "lru mode segmented", "lru temp_ttl -1");
        }
    }

    @Example
    @Checks("A-CRAWLER-01")
    void theCrawlerIsTuned(TextClient client) {
        client.expect("OK", "lru_crawler tocrawl 0");
        client.expect("OK", "lru_crawler sleep 100");
        client.expect("CLIENT_ERROR sleep must be one second or less", "lru_crawler sleep 1000001");
        client.expect(FORMAT, "lru_crawler sleep x");
        client.expect(FORMAT, "lru_crawler tocrawl x");
        expectErrors(client, "lru_crawler", "lru_crawler x", "lru_crawler sleep", "lru_crawler tocrawl");
    }

    @Example
    @Checks("A-CRAWLER-02")
    void theCrawlerIsToldWhere(TextClient client) {
        if (client.ask("stats settings").contains("STAT lru_crawler yes\r\n")) {
            for (var classes : List.of("x", "0", "64", "1,64")) {
                client.expect("BADCLASS invalid class id", "lru_crawler crawl " + classes);
            }
            client.expect("ERROR failed to start lru crawler thread", "lru_crawler enable");
        } else {
            client.expect("CLIENT_ERROR lru crawler disabled", "lru_crawler crawl all");
        }
    }

    @Example
    @Checks("A-CRAWLER-04")
    void theCrawlerIsSwitched(TextClient client) {
        boolean on = client.ask("stats settings").contains("STAT lru_crawler yes\r\n");
        if (on) {
            KeyDumpProperties.disableCrawler(client);
            client.expect("OK", "lru_crawler enable");
        } else {
            client.expect("OK", "lru_crawler enable");
            KeyDumpProperties.disableCrawler(client);
        }
    }

    @Example
    @Checks("A-SLABS-01")
    void slabPagesAreMoved(TextClient client) {
        client.expect("SAME src and dst class are identical", "slabs reassign 1 1");
        client.expect("BADCLASS invalid src or dst class id", "slabs reassign 99 2");
        client.expect(FORMAT, "slabs reassign x 1");
        client.expect("OK", "slabs automove 1");
        client.expect(FORMAT, "slabs automove x");
        expectErrors(client, "slabs", "slabs x", "slabs reassign 1", "slabs automove", "slabs automove 3");
    }

    @Example
    @Checks("A-SERVER-01")
    void shutdownIsRefused(TextClient client) {
        var refusal = (client.hasNewParser() ? "SERVER_ERROR" : "ERROR") + ": shutdown not enabled";
        client.expect(refusal, "shutdown");
        client.expect(refusal, "shutdown graceful");
    }

    @Example
    @Checks("A-SERVER-02")
    void thereAreNoCertificatesWithoutTls(TextClient client) {
        boolean built = client.ask("stats settings").contains("STAT ssl_enabled ");
        client.expect(built ? "Error TLS not enabled" : "ERROR", "refresh_certs");
    }

    @Example
    @Checks({"A-SERVER-03", "A-SERVER-04"})
    void whatIsNotThereIsAnError(TextClient client) {
        expectErrors(client, "misbehave", "config get cluster", "extstore nothing 1");
    }

    private static void expectErrors(TextClient client, String... lines) {
        for (var line : lines) {
            client.expect("ERROR", line);
        }
    }
}
