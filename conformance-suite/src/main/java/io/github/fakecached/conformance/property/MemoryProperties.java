package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is set about memory is shown, and items are where memory for their size is. What is changed is set back. */
class MemoryProperties extends TextRules {

    @Property(tries = 10)
    @Checks("A-MEMORY-02")
    void theMemoryLimitIsShown(@ForAll @IntRange(min = 64, max = 4096) int megabytes, TextClient client) {
        long before = Stats.of(client).get("limit_maxbytes");
        client.expect("OK", "cache_memlimit " + megabytes);
        long bytes = megabytes * 1024L * 1024;
        expectNumber(client, "stats", "limit_maxbytes", bytes);
        expectNumber(client, "stats settings", "maxbytes", bytes);
        client.expect("OK", "cache_memlimit " + before / 1024 / 1024);
    }

    @Example
    @Checks("A-MEMORY-03")
    void theMemoryLimitIsAnUnsignedNumber(TextClient client) {
        long before = Stats.of(client).get("limit_maxbytes");
        client.expect("OK", "cache_memlimit 8");
        client.expect("OK", "cache_memlimit 1000000000");
        client.expect("ERROR", "cache_memlimit -1");
        client.expect("MEMLIMIT_TOO_SMALL cannot set maxbytes to less than 8m", "cache_memlimit 0");
        client.expect("OK", "cache_memlimit " + before / 1024 / 1024);
    }

    @Example
    @Checks("A-LRU-02")
    void sharesAndFactorsAreShown(TextClient client) {
        client.expect("OK", "lru tune 10 30 0.15 3.5");
        expectSettings(client, "hot_lru_pct 10", "warm_lru_pct 30", "hot_max_factor 0.15", "warm_max_factor 3.50");
        client.expect("OK", "lru tune 20 40 0.2 2.0 x");
        expectSettings(client, "hot_lru_pct 20", "warm_lru_pct 40", "hot_max_factor 0.20", "warm_max_factor 2.00");
    }

    @Example
    @Checks("A-CRAWLER-03")
    void settingsOfTheCrawlerAreShown(TextClient client) {
        client.expect("OK", "lru_crawler tocrawl 123");
        client.expect("OK", "lru_crawler sleep 1000000");
        expectSettings(client, "lru_crawler_tocrawl 123", "lru_crawler_sleep 1000000");
        client.expect("OK", "lru_crawler tocrawl 0");
        client.expect("OK", "lru_crawler sleep 100");
        expectSettings(client, "lru_crawler_tocrawl 0", "lru_crawler_sleep 100");
    }

    @Property(tries = 30)
    @Checks("A-SLABS-02")
    void anItemIsInTheFirstClassThatIsLargeEnough(@ForAll("sizes") int size, TextClient client) {
        int slabClass = SlabClasses.of(client, "k", size);
        client.store("k", "v".repeat(size));
        if (!client.ask("me k").contains(" cls=" + slabClass + " ")) {
            throw new AssertionError("expected an item of " + size + " bytes in class " + slabClass);
        }
        expectNumber(client, "stats slabs", slabClass + ":chunk_size", SlabClasses.chunk(slabClass));
        expectNumber(client, "stats slabs", slabClass + ":chunks_per_page", 1024 * 1024 / SlabClasses.chunk(slabClass));
    }

    /** Sizes at the edges of classes. */
    @Provide
    Arbitrary<Integer> sizes() {
        int head = 48 + 8 + 2 + 2;
        var edges = Arbitraries.integers()
                .between(1, 37)
                .flatMap(slabClass -> Arbitraries.of(
                        SlabClasses.chunk(slabClass) - head - 1,
                        SlabClasses.chunk(slabClass) - head,
                        SlabClasses.chunk(slabClass) - head + 1));
        return Arbitraries.oneOf(edges, Arbitraries.integers().between(0, 390_000));
    }

    @Example
    @Checks("A-SLABS-06")
    void whatIsAsLargeAsAChunkIsInItsClass(TextClient client) {
        for (int slabClass = 1; slabClass <= 37; slabClass++) {
            int length = SlabClasses.chunk(slabClass) - 48 - 8 - 1 - 1 - 2;
            client.store("k", "v".repeat(length));
            if (!client.ask("me k").contains(" cls=" + slabClass + " ")) {
                throw new AssertionError("expected an item of " + length + " bytes in class " + slabClass);
            }
        }
    }

    @Example
    @Checks("A-SLABS-03")
    void aClassWithoutSparePagesGivesNone(TextClient client) {
        client.expect("NOSPARE source class has no spare pages", "slabs reassign 37 1");
        client.expect("BADCLASS invalid src or dst class id", "slabs reassign -1 99");
    }

    @Example
    @Checks("A-SLABS-04")
    void theMoverIsSet(TextClient client) {
        for (var mode : List.of("0", "2", "1")) {
            client.expect("OK", "slabs automove " + mode);
            expectSettings(client, "slab_automove " + mode);
        }
        client.expect("OK", "slabs automove ratio 0.5");
        expectSettings(client, "slab_automove_ratio 0.50");
        client.expect("OK", "slabs automove ratio 0.8");
        client.expect("ERROR", "slabs automove ratio x");
        client.expect("ERROR", "slabs automove ratio");
        client.expect("", "slabs automove 1 noreply");
    }

    @Example
    @Checks("A-SLABS-05")
    void windowAndFreeRatioAreSetSince1640(TextClient client) {
        client.expect("OK", "slabs automove freeratio 0.02");
        expectSettings(client, "slab_automove_freeratio 0.020");
        client.expect("OK", "slabs automove freeratio 0.01");
        client.expect("ERROR", "slabs automove freeratio x");
        for (var window : List.of("2", "1801")) {
            client.expect("CLIENT_ERROR automove window too low or too high", "slabs automove window " + window);
        }
        for (var window : List.of("3", "1800", "10")) {
            client.expect("OK", "slabs automove window " + window);
            expectSettings(client, "slab_automove_window " + window);
        }
    }

    private static void expectSettings(TextClient client, String... lines) {
        var settings = client.ask("stats settings");
        for (var line : lines) {
            if (!settings.contains("STAT " + line + "\r\n")) {
                throw new AssertionError("stats settings does not show " + line);
            }
        }
    }

    private static void expectNumber(TextClient client, String stats, String name, long expected) {
        long actual = Stats.of(client, stats).get(name);
        if (actual != expected) {
            throw new AssertionError(name + " is " + actual + " and not " + expected);
        }
    }
}
