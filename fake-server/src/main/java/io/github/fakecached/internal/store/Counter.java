package io.github.fakecached.internal.store;

import java.util.Locale;

/** What memcached counts, by the names that {@code stats} prints. */
public enum Counter {
    CMD_GET,
    CMD_SET,
    CMD_FLUSH,
    CMD_TOUCH,
    CMD_META,
    GET_HITS,
    GET_MISSES,
    GET_EXPIRED,
    GET_FLUSHED,
    DELETE_MISSES,
    DELETE_HITS,
    INCR_MISSES,
    INCR_HITS,
    DECR_MISSES,
    DECR_HITS,
    CAS_MISSES,
    CAS_HITS,
    CAS_BADVAL,
    TOUCH_HITS,
    TOUCH_MISSES,
    STORE_TOO_LARGE,
    STORE_NO_MEMORY,
    AUTH_CMDS,
    AUTH_ERRORS,
    IDLE_KICKS,
    CONN_YIELDS,
    SSL_NEW_SESSIONS,
    SSL_HANDSHAKE_ERRORS,
    SSL_PROTO_ERRORS,
    TOTAL_ITEMS,
    EXPIRED_UNFETCHED,
    EVICTED_UNFETCHED,
    EVICTED_ACTIVE,
    EVICTIONS,
    EVICTED_NONZERO,
    /** Not counted up: how old the item was that was evicted last. */
    EVICTED_TIME,
    OUTOFMEMORY,
    MOVES_TO_COLD,
    MOVES_TO_WARM,
    MOVES_WITHIN_LRU,
    DIRECT_RECLAIMS,
    LRU_BUMPS_DROPPED,
    HITS_TO_HOT,
    HITS_TO_WARM,
    HITS_TO_COLD,
    HITS_TO_TEMP,
    RECLAIMED,
    CRAWLER_RECLAIMED,
    CRAWLER_ITEMS_CHECKED,
    LRUTAIL_REFLOCKED,
    LRU_CRAWLER_STARTS,
    SLABS_MOVED,
    SLAB_REASSIGN_EVICTIONS_NOMEM,
    TOTAL_CONNECTIONS,
    REJECTED_CONNECTIONS,
    BYTES_READ,
    BYTES_WRITTEN;

    private final String statName = name().toLowerCase(Locale.ROOT);

    /** The counter of hits on items in a queue. */
    public static Counter ofHits(LruSegment segment) {
        return switch (segment) {
            case HOT -> HITS_TO_HOT;
            case WARM -> HITS_TO_WARM;
            case COLD -> HITS_TO_COLD;
            case TEMP -> HITS_TO_TEMP;
        };
    }

    /** The name in {@code stats}. */
    public String statName() {
        return statName;
    }
}
