package io.github.fakecached.internal.command;

import java.util.Locale;

/**
 * Settings of memcached of which a fake has no use but to show them. Options of the command line give them another value, and some
 * of them can be changed by commands while a server runs.
 */
public enum ShownSetting {
    HASHPOWER_INIT("0"),
    HASH_ALGORITHM("murmur3"),
    TAIL_REPAIR_TIME("0"),
    SLAB_AUTOMOVE("1"),
    SLAB_AUTOMOVE_RATIO("0.80"),
    /** Its default differs between versions. */
    SLAB_AUTOMOVE_WINDOW(""),
    SLAB_AUTOMOVE_FREERATIO("0.010"),
    LRU_CRAWLER_SLEEP("100"),
    WATCHER_LOGBUF_SIZE("262144"),
    WORKER_LOGBUF_SIZE("65536"),
    READ_BUF_MEM_LIMIT("0"),
    EXT_ITEM_SIZE("512"),
    EXT_ITEM_AGE("4294967295"),
    EXT_LOW_TTL("0"),
    EXT_RECACHE_RATE("2000"),
    EXT_WBUF_SIZE("4194304"),
    EXT_COMPACT_UNDER("0"),
    EXT_DROP_UNDER("0"),
    EXT_MAX_SLEEP("1000000"),
    EXT_MAX_FRAG("0.80"),
    EXT_DROP_UNREAD("no"),
    /** Its default differs between versions. */
    NUM_NAPI_IDS("");

    private final String initialValue;

    ShownSetting(String initialValue) {
        this.initialValue = initialValue;
    }

    /** The name in {@code stats settings}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a server shows that was started without options. */
    public String initialValue() {
        return initialValue;
    }
}
