package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.ServerTime;
import io.github.fakecached.internal.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What {@code stats} says: the names and their order are memcached's (93 in 1.6.45, 92 in 1.6.18). Threads, buffers, slabs and
 * logs that a fake does not have are shown as a memcached at rest shows its own.
 */
final class GeneralReport {

    private static final int BUFFER = 16384;
    private static final int HASH_POWER = 16;

    private final ServerSettings settings;
    private final Store store;
    private final Counters counters;
    private final Sessions sessions;

    GeneralReport(ServerSettings settings, Store store, Counters counters, Sessions sessions) {
        this.settings = settings;
        this.store = store;
        this.counters = counters;
        this.sessions = sessions;
    }

    List<Reply.Statistic> of(ServerTime time, long now, long certificatesAge) {
        StatisticList list = new StatisticList();
        addProcess(list, time, now);
        addConnections(list);
        addCommands(list);
        addThreads(list);
        addTls(list, certificatesAge);
        list.zero("unexpected_napi_ids", "round_robin_fallback");
        addMemory(list);
        return list.statistics();
    }

    private void addProcess(StatisticList list, ServerTime time, long now) {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        list.add("pid", ProcessHandle.current().pid())
                .add("uptime", time.uptime(now))
                .add("time", time.toUnixTime(now))
                .add("version", settings.traits().number())
                .add("libevent", settings.traits().libevent())
                .add("pointer_size", 64)
                .add("rusage_user", String.format(Locale.ROOT, "%d.%06d", cpu.toSeconds(), cpu.toNanosPart() / 1000))
                .add("rusage_system", "0.000000");
    }

    private void addConnections(StatisticList list) {
        int open = sessions.count();
        list.add("max_connections", settings.listening().maxConnections())
                .add("curr_connections", sessions.countWithListeners())
                .count(counters, Counter.TOTAL_CONNECTIONS, Counter.REJECTED_CONNECTIONS)
                .add("connection_structures", sessions.structures())
                .zero("response_obj_oom")
                .add("response_obj_count", open)
                .add("response_obj_bytes", open * BUFFER)
                .add("read_buf_count", open)
                .add("read_buf_bytes", open * BUFFER)
                .zero("read_buf_bytes_free", "read_buf_oom")
                .add("reserved_fds", 20);
    }

    private void addCommands(StatisticList list) {
        list.count(counters, Counter.CMD_GET, Counter.CMD_SET, Counter.CMD_FLUSH, Counter.CMD_TOUCH, Counter.CMD_META)
                .count(counters, Counter.GET_HITS, Counter.GET_MISSES, Counter.GET_EXPIRED, Counter.GET_FLUSHED)
                .count(counters, Counter.DELETE_MISSES, Counter.DELETE_HITS, Counter.INCR_MISSES, Counter.INCR_HITS)
                .count(counters, Counter.DECR_MISSES, Counter.DECR_HITS, Counter.CAS_MISSES, Counter.CAS_HITS)
                .count(counters, Counter.CAS_BADVAL, Counter.TOUCH_HITS, Counter.TOUCH_MISSES)
                .count(counters, Counter.STORE_TOO_LARGE, Counter.STORE_NO_MEMORY)
                .count(counters, Counter.AUTH_CMDS, Counter.AUTH_ERRORS);
        if (settings.listening().idleTimeout() > 0) {
            list.count(counters, Counter.IDLE_KICKS);
        }
        list.count(counters, Counter.BYTES_READ, Counter.BYTES_WRITTEN);
    }

    private void addThreads(StatisticList list) {
        list.add("limit_maxbytes", store.memoryLimit())
                .add("accepting_conns", 1)
                .zero("listen_disabled_num", "time_in_listen_disabled_us")
                .add("threads", settings.statistics().threads())
                .count(counters, Counter.CONN_YIELDS)
                .add("hash_power_level", HASH_POWER)
                .add("hash_bytes", 8 << HASH_POWER)
                .zero("hash_is_expanding", "slab_reassign_rescues", "slab_reassign_chunk_rescues");
        if (settings.traits().countsSlabReassignEvictions()) {
            list.count(counters, Counter.SLAB_REASSIGN_EVICTIONS_NOMEM);
        }
        list.zero("slab_reassign_inline_reclaim", "slab_reassign_busy_items", "slab_reassign_busy_deletes");
        if (!settings.traits().countsSlabReassignEvictions()) {
            list.zero("slab_reassign_busy_nomem").add("slab_reassign_last_busy_status", "none");
        }
        list.zero("slab_reassign_running")
                .count(counters, Counter.SLABS_MOVED)
                .zero("lru_crawler_running")
                .count(counters, Counter.LRU_CRAWLER_STARTS)
                .zero("lru_maintainer_juggles", "malloc_fails", "log_worker_dropped")
                .add("log_worker_written", sessions.watchers().written())
                .add("log_watcher_skipped", sessions.watchers().skipped())
                .add("log_watcher_sent", sessions.watchers().sent())
                .add("log_watchers", sessions.watchers().count());
    }

    private void addTls(StatisticList list, long certificatesAge) {
        TlsSettings tls = settings.listening().tls();
        if (tls.enabled()) {
            if (tls.sessionCache()) {
                list.count(counters, Counter.SSL_NEW_SESSIONS);
            }
            list.count(counters, Counter.SSL_HANDSHAKE_ERRORS);
            if (settings.traits().countsTlsProtocolErrors()) {
                list.count(counters, Counter.SSL_PROTO_ERRORS);
            }
            list.add("time_since_server_cert_refresh", certificatesAge);
        }
    }

    private void addMemory(StatisticList list) {
        list.add("bytes", store.bytes())
                .add("curr_items", store.size())
                .count(counters, Counter.TOTAL_ITEMS)
                .add("slab_global_page_pool", store.sparePages())
                .count(counters, Counter.EXPIRED_UNFETCHED, Counter.EVICTED_UNFETCHED);
        boolean maintained = store.lru().maintained();
        if (maintained) {
            list.count(counters, Counter.EVICTED_ACTIVE);
        }
        list.count(counters, Counter.EVICTIONS, Counter.RECLAIMED)
                .count(counters, Counter.CRAWLER_RECLAIMED, Counter.CRAWLER_ITEMS_CHECKED, Counter.LRUTAIL_REFLOCKED);
        if (maintained) {
            list.count(counters, Counter.MOVES_TO_COLD, Counter.MOVES_TO_WARM, Counter.MOVES_WITHIN_LRU)
                    .count(counters, Counter.DIRECT_RECLAIMS, Counter.LRU_BUMPS_DROPPED);
        }
    }
}
