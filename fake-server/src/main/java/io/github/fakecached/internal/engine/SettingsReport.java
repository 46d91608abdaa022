package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import java.util.List;

/** What {@code stats settings} says: names, order and defaults are memcached's. */
final class SettingsReport {

    private SettingsReport() {}

    static List<Reply.Statistic> of(ServerSettings settings, int port, long verbosity, long oldest) {
        StatisticList list = new StatisticList();
        addServer(list, settings, port, verbosity, oldest);
        addMemory(list, settings);
        addExternalStorage(list);
        addTls(list, settings);
        return list.statistics();
    }

    private static void addServer(StatisticList list, ServerSettings settings, int port, long verbosity, long oldest) {
        list.add("maxbytes", settings.memory().limit())
                .add("maxconns", settings.listening().maxConnections())
                .add("tcpport", port)
                .add("udpport", 0)
                .add("inter", settings.listening().address().getAddress().getHostAddress())
                .add("verbosity", verbosity)
                .add("oldest", oldest)
                .add("evictions", settings.memory().evictions() ? "on" : "off")
                .add("domain_socket", "NULL")
                .add("umask", 700)
                .add("shutdown_command", "no")
                .add("growth_factor", "1.25")
                .add("chunk_size", 48)
                .add("num_threads", 4)
                .add("num_threads_per_udp", 4)
                .add("stat_key_prefix", ":")
                .add("detail_enabled", "no")
                .add("reqs_per_event", 20)
                .add("cas_enabled", yesOrNo(settings.memory().cas()))
                .add("tcp_backlog", 1024)
                .add("binding_protocol", settings.listening().protocol().settingName())
                .add("auth_enabled_sasl", "no")
                .add("auth_enabled_ascii", "no")
                .add("item_size_max", settings.memory().itemSizeMax())
                .add("maxconns_fast", "yes")
                .add("hashpower_init", 0);
    }

    private static void addMemory(StatisticList list, ServerSettings settings) {
        list.add("slab_reassign", "yes")
                .add("slab_automove", 1)
                .add("slab_automove_ratio", "0.80")
                .add("slab_automove_window", settings.traits().slabAutomoveWindow())
                .add("slab_chunk_max", 524288)
                .add("lru_crawler", "yes")
                .add("lru_crawler_sleep", 100)
                .add("lru_crawler_tocrawl", 0)
                .add("tail_repair_time", 0)
                .add("flush_enabled", yesOrNo(settings.permissions().flush()))
                .add("dump_enabled", "yes")
                .add("hash_algorithm", "murmur3")
                .add("lru_maintainer_thread", "yes")
                .add("lru_segmented", "yes")
                .add("hot_lru_pct", 20)
                .add("warm_lru_pct", 40)
                .add("hot_max_factor", "0.20")
                .add("warm_max_factor", "2.00")
                .add("temp_lru", "no")
                .add("temporary_ttl", 61)
                .add("idle_timeout", settings.listening().idleTimeout())
                .add("watcher_logbuf_size", 262144)
                .add("worker_logbuf_size", 65536)
                .add("read_buf_mem_limit", 0)
                .add("track_sizes", "no")
                .add("inline_ascii_response", "no");
    }

    private static void addExternalStorage(StatisticList list) {
        list.add("ext_item_size", 512)
                .add("ext_item_age", 4294967295L)
                .add("ext_low_ttl", 0)
                .add("ext_recache_rate", 2000)
                .add("ext_wbuf_size", 4194304)
                .add("ext_compact_under", 0)
                .add("ext_drop_under", 0)
                .add("ext_max_sleep", 1000000)
                .add("ext_max_frag", "0.80")
                .add("slab_automove_freeratio", "0.010")
                .add("ext_drop_unread", "no");
    }

    private static void addTls(StatisticList list, ServerSettings settings) {
        list.add("ssl_enabled", "no")
                .add("ssl_chain_cert", "(null)")
                .add("ssl_key", "(null)")
                .add("ssl_verify_mode", 0)
                .add("ssl_keyformat", 1)
                .add("ssl_ciphers", "NULL")
                .add("ssl_ca_cert", "NULL")
                .add("ssl_wbuf_size", 16384)
                .add("ssl_session_cache", "no")
                .add("ssl_kernel_tls", "no")
                .add("ssl_min_version", "tlsv1.2");
        if (settings.traits().reportsClientFlagsSize()) {
            list.add("num_napi_ids", 0).add("memory_file", "(null)").add("client_flags_size", 4);
        } else {
            list.add("num_napi_ids", "(null)").add("memory_file", "(null)");
        }
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
