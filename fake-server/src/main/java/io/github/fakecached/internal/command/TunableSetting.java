package io.github.fakecached.internal.command;

import java.util.Locale;

/** Settings of memcached that can be changed while it runs, and of which a fake has no use but to show them. */
public enum TunableSetting {
    SLAB_AUTOMOVE("1"),
    SLAB_AUTOMOVE_RATIO("0.80"),
    /** Its default differs between versions. */
    SLAB_AUTOMOVE_WINDOW(""),
    SLAB_AUTOMOVE_FREERATIO("0.010"),
    LRU_CRAWLER_SLEEP("100"),
    EXT_ITEM_SIZE("512"),
    EXT_ITEM_AGE("4294967295"),
    EXT_LOW_TTL("0"),
    EXT_RECACHE_RATE("2000"),
    EXT_COMPACT_UNDER("0"),
    EXT_DROP_UNDER("0"),
    EXT_MAX_SLEEP("1000000"),
    EXT_MAX_FRAG("0.80"),
    EXT_DROP_UNREAD("no");

    private final String initialValue;

    TunableSetting(String initialValue) {
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
