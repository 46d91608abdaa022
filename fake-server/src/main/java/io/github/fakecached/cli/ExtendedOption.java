package io.github.fakecached.cli;

import static io.github.fakecached.cli.Treatment.NOT_SERVED;
import static io.github.fakecached.cli.Treatment.NO_EFFECT;
import static io.github.fakecached.cli.Treatment.WORKS;

import java.util.Locale;
import java.util.Optional;

/**
 * The table of the suboptions of {@code -o}, a row each: which values memcached allows, and what becomes of it in the fake; for
 * one that is not served, what to do instead. Names are memcached's, in capitals.
 */
enum ExtendedOption {
    MAXCONNS_FAST(WORKS),
    MODERN(WORKS),
    TRACK_SIZES(WORKS),
    IDLE_TIMEOUT(whole(0, Integer.MAX_VALUE), WORKS),
    SSL_CHAIN_CERT(new ValueRule.Text(), WORKS),
    SSL_KEY(new ValueRule.Text(), WORKS),
    SSL_KEYFORMAT(whole(1, 2), WORKS),
    SSL_CIPHERS(new ValueRule.Text(), WORKS),
    SSL_CA_CERT(new ValueRule.Text(), WORKS),
    SSL_VERIFY_MODE(new ValueRule.Choice(0, 3), WORKS),
    SSL_MIN_VERSION(new ValueRule.Choice(0, 3), WORKS),
    SSL_WBUF_SIZE(whole(0, 4_194_303), WORKS),
    SSL_SESSION_CACHE(WORKS),
    SSL_KERNEL_TLS(WORKS),

    HASHPOWER(whole(12, 32)),
    NO_HASHEXPAND(NO_EFFECT),
    HASH_ALGORITHM(new ValueRule.Word("jenkins", "murmur3", "xxh3")),
    TAIL_REPAIR_TIME(whole(10, Integer.MAX_VALUE)),
    SLAB_REASSIGN(WORKS),
    NO_SLAB_REASSIGN(WORKS),
    /** May stand without a value, which means 1. */
    SLAB_AUTOMOVE(whole(0, 2)),
    NO_SLAB_AUTOMOVE(NO_EFFECT),
    SLAB_AUTOMOVE_RATIO(fraction(Double.MIN_VALUE, 1)),
    SLAB_AUTOMOVE_WINDOW(whole(3, 1800)),
    SLAB_AUTOMOVE_FREERATIO(fraction(Double.NEGATIVE_INFINITY, Double.MAX_VALUE)),
    SLAB_SIZES(new ValueRule.Text(), WORKS),
    SLAB_CHUNK_MAX(whole(1, 1024), WORKS, ""),
    NO_CHUNKED_ITEMS(NO_EFFECT),
    LRU_CRAWLER(WORKS),
    NO_LRU_CRAWLER(WORKS),
    LRU_CRAWLER_SLEEP(whole(0, 1_000_000)),
    LRU_CRAWLER_TOCRAWL(size(), WORKS),
    LRU_MAINTAINER(WORKS),
    NO_LRU_MAINTAINER(WORKS),
    HOT_LRU_PCT(whole(1, 79), WORKS, ""),
    WARM_LRU_PCT(whole(1, 79), WORKS, ""),
    HOT_MAX_FACTOR(fraction(Double.MIN_VALUE, Double.MAX_VALUE), WORKS, ""),
    WARM_MAX_FACTOR(fraction(Double.MIN_VALUE, Double.MAX_VALUE), WORKS, ""),
    TEMPORARY_TTL(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), WORKS, ""),
    READ_BUF_MEM_LIMIT(size()),
    RESP_OBJ_MEM_LIMIT(NO_EFFECT),
    WATCHER_LOGBUF_SIZE(size()),
    WORKER_LOGBUF_SIZE(size()),
    INLINE_ASCII_RESP(NO_EFFECT),
    NO_INLINE_ASCII_RESP(NO_EFFECT),
    DROP_PRIVILEGES(NO_EFFECT),
    NO_DROP_PRIVILEGES(NO_EFFECT),
    SOCK_COOKIE_ID(size()),
    EXT_PAGE_SIZE(size()),
    EXT_WBUF_SIZE(size()),
    EXT_THREADS(size()),
    EXT_IO_DEPTH(size()),
    EXT_ITEM_SIZE(size()),
    EXT_ITEM_AGE(size()),
    EXT_LOW_TTL(size()),
    EXT_RECACHE_RATE(size()),
    EXT_COMPACT_UNDER(size()),
    EXT_DROP_UNDER(size()),
    EXT_MAX_SLEEP(size()),
    EXT_MAX_FRAG(fraction(0, Double.MAX_VALUE)),
    EXT_DROP_UNREAD(NO_EFFECT),
    PROXY_ARG(new ValueRule.Text()),
    PROXY_URING(NO_EFFECT),
    PROXY_MEMPROFILE(NO_EFFECT),

    NO_MAXCONNS_FAST("leave it out: the fake tells one connection too many so, and closes it"),
    NO_MODERN("leave it out: the fake is as memcached is without it"),
    EXT_PATH(new ValueRule.Text(), "leave it out: the fake keeps all items in memory"),
    PROXY_CONFIG(new ValueRule.Text(), "leave it out, and start one fake for each server behind the proxy");

    @SuppressWarnings("ImmutableEnumChecker") // all kinds of rules are immutable
    private final ValueRule rule;

    private final Treatment treatment;
    private final String instead;

    ExtendedOption(Treatment treatment) {
        this(new ValueRule.Nothing(), treatment, "");
    }

    ExtendedOption(ValueRule rule) {
        this(rule, NO_EFFECT, "");
    }

    ExtendedOption(ValueRule rule, Treatment treatment) {
        this(rule, treatment, "");
    }

    ExtendedOption(String instead) {
        this(new ValueRule.Nothing(), NOT_SERVED, instead);
    }

    ExtendedOption(ValueRule rule, String instead) {
        this(rule, NOT_SERVED, instead);
    }

    ExtendedOption(ValueRule rule, Treatment treatment, String instead) {
        this.rule = rule;
        this.treatment = treatment;
        this.instead = instead;
    }

    /** The row of a name on the command line. */
    static Optional<ExtendedOption> named(String name) {
        for (ExtendedOption option : values()) {
            if (option.toString().equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    ValueRule rule() {
        return rule;
    }

    Treatment treatment() {
        return treatment;
    }

    /** What to do instead, for one that is not served. */
    String instead() {
        return instead;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static ValueRule whole(int min, int max) {
        return new ValueRule.Range(false, min, max);
    }

    private static ValueRule size() {
        return new ValueRule.Range(false, 0, 0xFFFF_FFFFL);
    }

    private static ValueRule fraction(double min, double max) {
        return new ValueRule.Range(true, min, max);
    }
}
