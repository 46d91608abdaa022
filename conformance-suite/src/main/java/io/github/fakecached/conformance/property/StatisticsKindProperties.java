package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.awaitility.Awaitility;

/** The kinds of stats: which names they have and in which order, and what they say of items and connections. */
class StatisticsKindProperties extends TextRules {

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    /** Those of every 1.6, whatever it was built and started with. */
    private static final List<String> GENERAL = List.of(("pid uptime time version libevent pointer_size rusage_user"
                    + " rusage_system max_connections curr_connections total_connections rejected_connections"
                    + " connection_structures response_obj_oom response_obj_count response_obj_bytes read_buf_count"
                    + " read_buf_bytes read_buf_bytes_free read_buf_oom reserved_fds cmd_get cmd_set cmd_flush cmd_touch"
                    + " cmd_meta get_hits get_misses get_expired get_flushed delete_misses delete_hits incr_misses"
                    + " incr_hits decr_misses decr_hits cas_misses cas_hits cas_badval touch_hits touch_misses auth_cmds"
                    + " auth_errors bytes_read bytes_written limit_maxbytes accepting_conns listen_disabled_num"
                    + " time_in_listen_disabled_us threads conn_yields hash_power_level hash_bytes hash_is_expanding"
                    + " slab_reassign_rescues slab_reassign_chunk_rescues slab_reassign_inline_reclaim"
                    + " slab_reassign_busy_items slab_reassign_busy_deletes slab_reassign_running slabs_moved malloc_fails"
                    + " log_worker_dropped log_worker_written log_watcher_skipped log_watcher_sent unexpected_napi_ids"
                    + " round_robin_fallback bytes curr_items total_items slab_global_page_pool expired_unfetched"
                    + " evicted_unfetched evictions reclaimed crawler_reclaimed crawler_items_checked lrutail_reflocked")
            .split(" "));

    private static final List<String> SETTINGS = List.of(("maxbytes maxconns tcpport udpport inter verbosity oldest"
                    + " evictions domain_socket umask growth_factor chunk_size num_threads num_threads_per_udp"
                    + " stat_key_prefix detail_enabled reqs_per_event cas_enabled tcp_backlog binding_protocol"
                    + " auth_enabled_sasl auth_enabled_ascii item_size_max maxconns_fast hashpower_init slab_reassign"
                    + " slab_automove slab_automove_ratio slab_automove_window slab_chunk_max lru_crawler"
                    + " lru_crawler_sleep lru_crawler_tocrawl tail_repair_time flush_enabled dump_enabled hash_algorithm"
                    + " lru_maintainer_thread lru_segmented hot_lru_pct warm_lru_pct hot_max_factor warm_max_factor"
                    + " temp_lru temporary_ttl idle_timeout watcher_logbuf_size worker_logbuf_size read_buf_mem_limit"
                    + " track_sizes inline_ascii_response")
            .split(" "));

    @Example
    @Checks("A-STATS-09")
    void namesAreInTheirOrder(TextClient client) {
        expectInOrder(client.ask("stats"), GENERAL);
    }

    @Example
    @Checks("A-STATS-10")
    void settingsAreInTheirOrder(TextClient client) {
        expectInOrder(client.ask("stats settings"), SETTINGS);
    }

    private static void expectInOrder(String stats, List<String> names) {
        var actual = stats.lines()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals("STAT"))
                .map(words -> words[1])
                .filter(names::contains)
                .toList();
        if (!actual.equals(names)) {
            throw new AssertionError("expected " + names + ", and not " + actual);
        }
    }

    @Example
    @Checks("A-STATS-11")
    void resetKeepsWhatIsThere(TextClient client) {
        client.store("k", "v");
        client.expect("RESET", "stats reset");
        var after = Stats.of(client);
        for (var name : List.of("curr_items", "bytes", "curr_connections", "limit_maxbytes", "threads", "uptime")) {
            if (after.get(name) == 0) {
                throw new AssertionError(name + " is 0 after stats reset");
            }
        }
        for (var name : List.of("total_items", "total_connections", "cmd_flush", "cmd_touch", "get_expired")) {
            if (after.get(name) != 0) {
                throw new AssertionError(name + " is " + after.get(name) + " after stats reset");
            }
        }
    }

    @Example
    @Checks("A-STATS-12")
    void sizesCanBeTrackedBefore1625(TextClient client) {
        client.expect("STAT sizes_status enabled", "stats sizes_enable");
        client.expect("STAT sizes_status disabled", "stats sizes_disable");
    }

    @Example
    @Checks("A-STATS-13")
    void sizesCannotBeTrackedLaterSince1625(TextClient client) {
        client.expect("ERROR", "stats sizes_enable");
        client.expect("ERROR", "stats sizes_disable");
    }

    @Example
    @Checks({"A-STATS-14", "A-STATS-15"})
    void onlyKeysWithAColonHaveAPrefix(TextClient client) {
        client.expect("OK", "stats detail on");
        client.ask("stats reset");
        client.store("without", "v");
        client.store("with:k", "v");
        client.store("with:k:more", "v");
        client.ask("get with:k with:missing without");
        client.ask("delete with:k");
        client.expect("PREFIX with get 2 hit 1 set 2 del 1\r\nEND", "stats detail dump");
        client.expect("RESET", "stats reset");
        client.expect("END", "stats detail dump");
        client.expect("OK", "stats detail off");
    }

    @Example
    @Checks({"A-STATS-16", "A-STATS-17"})
    void itemsOfAClassAreListedNewestFirst(TextClient client) {
        // A class that no other property stores into.
        var size = 300_000;
        client.store("older", "v".repeat(size));
        client.store("newer", 0, 1000, "v".repeat(size));
        int slabClass = SlabClasses.of(client, "newer", size);
        // Where there is a maintainer, it moves items to where they are listed from, about once a second.
        Awaitility.await("items to be listed").atMost(A_WHILE).untilAsserted(() -> {
            var both = "ITEM newer \\[" + size + " b; \\d{10} s]\r\nITEM older \\[" + size + " b; 0 s]\r\n";
            expectMatch(client, "stats cachedump " + slabClass + " 0", both + "END\r\n");
            expectMatch(client, "stats cachedump " + slabClass + " 2", both + "END\r\n");
            expectMatch(client, "stats cachedump " + slabClass + " 1", "ITEM newer [^\n]+\nEND\r\n");
        });
    }

    @Example
    @Checks("A-STATS-18")
    void theStatesOfConnectionsAreShown(TextClient client, Target target) {
        try (var idle = target.connect();
                var owing = target.connect()) {
            idle.version();
            owing.send("set k 0 0 5\r\nab");
            Awaitility.await("states").atMost(A_WHILE).untilAsserted(() -> {
                expectMatch(client, "stats conns", "(?s).*:state conn_read\r\n.*");
                expectMatch(client, "stats conns", "(?s).*:state conn_nread\r\n.*");
                expectMatch(client, "stats conns", "(?s).*:state conn_listening\r\n.*");
                expectMatch(client, "stats conns", "(?s).*:secs_since_last_cmd \\d+\r\nEND\r\n");
            });
        }
    }

    @Example
    @Checks("A-STATS-19")
    void wordsAfterTheKindAreIgnored(TextClient client) {
        expectMatch(client, "stats settings x", "(?s)STAT maxbytes .*END\r\n");
        expectMatch(client, "stats slabs x y", "(?s).*STAT active_slabs .*END\r\n");
        client.expect("STAT sizes_status disabled\r\nEND", "stats sizes x");
        client.expect("RESET", "stats reset x");
    }

    @Property(tries = 15)
    @Checks("A-STATS-20")
    void itemsAreCountedInTheirClass(@ForAll @IntRange(min = 1, max = 8) int count, TextClient client) {
        // Of items that were flushed before, a fetch takes away what is left; else a store would, while they are
        // counted.
        client.ask("get k n1 n2 n3 n4 n5 n6 n7 n8");
        long before = Stats.of(client, "stats items").get("items:12:number");
        for (int i = 1; i <= count; i++) {
            client.store("n" + i, "v".repeat(1000));
        }
        expectNumber(client, before + count);
        for (int i = 1; i <= count; i++) {
            client.expect("DELETED", "delete n" + i);
        }
        expectNumber(client, before);
    }

    private static void expectNumber(TextClient client, long expected) {
        long actual = Stats.of(client, "stats items").get("items:12:number");
        if (actual != expected) {
            throw new AssertionError("expected " + expected + " items, and not " + actual);
        }
    }

    private static void expectMatch(TextClient client, String line, String pattern) {
        if (!client.ask(line).matches(pattern)) {
            throw new AssertionError("expected " + pattern);
        }
    }
}
