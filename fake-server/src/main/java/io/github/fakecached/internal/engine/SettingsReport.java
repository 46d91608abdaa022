package io.github.fakecached.internal.engine;

import static io.github.fakecached.internal.command.ShownSetting.EXT_COMPACT_UNDER;
import static io.github.fakecached.internal.command.ShownSetting.EXT_DROP_UNDER;
import static io.github.fakecached.internal.command.ShownSetting.EXT_DROP_UNREAD;
import static io.github.fakecached.internal.command.ShownSetting.EXT_ITEM_AGE;
import static io.github.fakecached.internal.command.ShownSetting.EXT_ITEM_SIZE;
import static io.github.fakecached.internal.command.ShownSetting.EXT_LOW_TTL;
import static io.github.fakecached.internal.command.ShownSetting.EXT_MAX_FRAG;
import static io.github.fakecached.internal.command.ShownSetting.EXT_MAX_SLEEP;
import static io.github.fakecached.internal.command.ShownSetting.EXT_RECACHE_RATE;
import static io.github.fakecached.internal.command.ShownSetting.EXT_WBUF_SIZE;
import static io.github.fakecached.internal.command.ShownSetting.HASHPOWER_INIT;
import static io.github.fakecached.internal.command.ShownSetting.HASH_ALGORITHM;
import static io.github.fakecached.internal.command.ShownSetting.LRU_CRAWLER_SLEEP;
import static io.github.fakecached.internal.command.ShownSetting.NUM_NAPI_IDS;
import static io.github.fakecached.internal.command.ShownSetting.READ_BUF_MEM_LIMIT;
import static io.github.fakecached.internal.command.ShownSetting.SLAB_AUTOMOVE;
import static io.github.fakecached.internal.command.ShownSetting.SLAB_AUTOMOVE_FREERATIO;
import static io.github.fakecached.internal.command.ShownSetting.SLAB_AUTOMOVE_RATIO;
import static io.github.fakecached.internal.command.ShownSetting.SLAB_AUTOMOVE_WINDOW;
import static io.github.fakecached.internal.command.ShownSetting.TAIL_REPAIR_TIME;
import static io.github.fakecached.internal.command.ShownSetting.WATCHER_LOGBUF_SIZE;
import static io.github.fakecached.internal.command.ShownSetting.WORKER_LOGBUF_SIZE;

import io.github.fakecached.internal.command.RealNumber;
import io.github.fakecached.internal.command.ShownSetting;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.CrawlerSettings;
import io.github.fakecached.internal.store.LruSettings;
import io.github.fakecached.internal.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code stats settings} says: names, order and defaults are memcached's. */
final class SettingsReport {

    private SettingsReport() {}

    static List<Reply.Statistic> of(
            ServerSettings settings, Store store, Tuning tuning, int port, int udpPort, boolean detail, boolean sizes) {
        StatisticList list = new StatisticList();
        addServer(list, settings, store, tuning, port, udpPort, detail);
        addMemory(list, settings, tuning, store.lru().crawler());
        addLru(list, store.lru());
        addBuffers(list, settings, tuning, sizes);
        addExternalStorage(list, tuning);
        addTls(list, settings);
        addRest(list, settings, tuning);
        return list.statistics();
    }

    private static void addServer(
            StatisticList list,
            ServerSettings settings,
            Store store,
            Tuning tuning,
            int port,
            int udpPort,
            boolean detail) {
        UnixSocket unixSocket = settings.listening().unixSocket();
        list.add("maxbytes", store.memoryLimit())
                .add("maxconns", settings.listening().maxConnections())
                .add("tcpport", port)
                .add("udpport", udpPort)
                .add("inter", settings.listening().inter())
                .add("verbosity", tuning.verbosity())
                .add("oldest", store.oldestLive())
                .add("evictions", settings.memory().evictions() ? "on" : "off")
                .add("domain_socket", unixSocket == null ? "NULL" : unixSocket.path())
                .add("umask", Integer.toOctalString(unixSocket == null ? UnixSocket.DEFAULT_MASK : unixSocket.mask()))
                .add("shutdown_command", yesOrNo(settings.permissions().shutdown()))
                .add(
                        "growth_factor",
                        RealNumber.text(settings.memory().slabClasses().growthFactor(), 2))
                .add("chunk_size", settings.memory().slabClasses().leastItemSpace())
                .add("num_threads", settings.statistics().threads())
                .add(
                        "num_threads_per_udp",
                        settings.listening().threadsPerUdp(settings.statistics().threads()))
                .add("stat_key_prefix", (char) settings.statistics().prefixDelimiter())
                .add("detail_enabled", yesOrNo(detail))
                .add("reqs_per_event", settings.listening().requestsPerEvent())
                .add("cas_enabled", yesOrNo(settings.memory().cas()))
                .add("tcp_backlog", settings.listening().backlog())
                .add("binding_protocol", settings.listening().protocol().settingName())
                .add(
                        "auth_enabled_sasl",
                        Authentication.settingName(settings.authentication().sasl()))
                .add(
                        "auth_enabled_ascii",
                        Authentication.settingName(settings.authentication().text()))
                .add("item_size_max", settings.memory().itemSizeMax())
                .add("maxconns_fast", "yes");
        tuned(list, tuning, HASHPOWER_INIT);
    }

    private static void addMemory(StatisticList list, ServerSettings settings, Tuning tuning, CrawlerSettings crawler) {
        list.add("slab_reassign", yesOrNo(settings.permissions().reassign()));
        tuned(list, tuning, SLAB_AUTOMOVE, SLAB_AUTOMOVE_RATIO, SLAB_AUTOMOVE_WINDOW);
        list.add("slab_chunk_max", settings.memory().slabClasses().largestChunk())
                .add("lru_crawler", yesOrNo(crawler.enabled()));
        tuned(list, tuning, LRU_CRAWLER_SLEEP);
        list.add("lru_crawler_tocrawl", crawler.most());
        tuned(list, tuning, TAIL_REPAIR_TIME);
        list.add("flush_enabled", yesOrNo(settings.permissions().flush()))
                .add("dump_enabled", yesOrNo(settings.permissions().dump()));
        tuned(list, tuning, HASH_ALGORITHM);
    }

    private static void addLru(StatisticList list, LruSettings lru) {
        list.add("lru_maintainer_thread", yesOrNo(lru.maintained()))
                .add("lru_segmented", yesOrNo(lru.segmented()))
                .add("hot_lru_pct", lru.hotPercent())
                .add("warm_lru_pct", lru.warmPercent())
                .add("hot_max_factor", RealNumber.text(lru.hotMaxFactor(), 2))
                .add("warm_max_factor", RealNumber.text(lru.warmMaxFactor(), 2))
                .add("temp_lru", yesOrNo(lru.hasTemporary()))
                .add("temporary_ttl", lru.temporaryTtl());
    }

    private static void addBuffers(StatisticList list, ServerSettings settings, Tuning tuning, boolean sizes) {
        list.add("idle_timeout", settings.listening().idleTimeout());
        tuned(list, tuning, WATCHER_LOGBUF_SIZE, WORKER_LOGBUF_SIZE, READ_BUF_MEM_LIMIT);
        list.add("track_sizes", yesOrNo(sizes)).add("inline_ascii_response", "no");
    }

    private static void addExternalStorage(StatisticList list, Tuning tuning) {
        tuned(list, tuning, EXT_ITEM_SIZE, EXT_ITEM_AGE, EXT_LOW_TTL, EXT_RECACHE_RATE, EXT_WBUF_SIZE);
        tuned(list, tuning, EXT_COMPACT_UNDER, EXT_DROP_UNDER, EXT_MAX_SLEEP, EXT_MAX_FRAG);
        tuned(list, tuning, SLAB_AUTOMOVE_FREERATIO, EXT_DROP_UNREAD);
    }

    private static void tuned(StatisticList list, Tuning tuning, ShownSetting... settings) {
        for (ShownSetting setting : settings) {
            list.add(setting.settingName(), tuning.shown(setting));
        }
    }

    private static void addTls(StatisticList list, ServerSettings settings) {
        TlsSettings tls = settings.listening().tls();
        list.add("ssl_enabled", yesOrNo(tls.enabled()))
                .add("ssl_chain_cert", orElse(tls.chainCert(), "(null)"))
                .add("ssl_key", orElse(tls.key(), "(null)"))
                .add("ssl_verify_mode", tls.verifyMode().number())
                .add("ssl_keyformat", tls.keyFormat())
                .add("ssl_ciphers", orElse(tls.ciphers(), "NULL"))
                .add("ssl_ca_cert", orElse(tls.caCert(), "NULL"))
                .add("ssl_wbuf_size", tls.wbufSize())
                .add("ssl_session_cache", yesOrNo(tls.sessionCache()))
                .add("ssl_kernel_tls", yesOrNo(tls.kernelTls()))
                .add("ssl_min_version", tls.minVersionName());
    }

    private static void addRest(StatisticList list, ServerSettings settings, Tuning tuning) {
        tuned(list, tuning, NUM_NAPI_IDS);
        list.add("memory_file", "(null)");
        if (settings.traits().reportsClientFlagsSize()) {
            list.add("client_flags_size", 4);
        }
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
