package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.LogStream;
import io.github.fakecached.internal.store.CrawlReport;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.ItemEvents;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.store.StoreOutcome;
import io.github.fakecached.internal.store.StoreRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to items, in the words of memcached's log (logger.c). */
final class ItemLog implements ItemEvents {

    private final Watchers watchers;
    private final StoreRules rules;
    private @Nullable Session speaking;

    ItemLog(Watchers watchers, StoreRules rules) {
        this.watchers = watchers;
        this.rules = rules;
    }

    /** Whose command is being carried out; null for nobody's. */
    void speaking(@Nullable Session session) {
        speaking = session;
    }

    @Override
    public void fetched(byte[] key, int keyLength, Fetch fetch, @Nullable Item found) {
        if (watchers.want(LogStream.FETCHERS)) {
            watchers.log(
                    LogStream.FETCHERS,
                    "type=item_get key=" + UriEncoding.of(key, keyLength) + " status=" + word(fetch) + " clsid="
                            + (found == null ? 0 : rules.slabClass(found)) + descriptor() + " size="
                            + (found == null ? 0 : found.valueLength()));
        }
    }

    @Override
    public void stored(Item item, StoreMode mode, StoreOutcome outcome, long now) {
        long ttl = item.exptime() == 0 ? 0 : item.exptime() - now & 0xffff_ffffL;
        store(
                item.keyAndValue(),
                item.keyLength(),
                word(outcome),
                mode,
                ttl,
                rules.slabClass(item),
                item.valueLength());
    }

    /** An item was refused before its value had come. */
    void refused(byte[] key, int keyLength, String status, StoreMode mode) {
        store(key, keyLength, status, mode, 0, 0, 0);
    }

    private void store(
            byte[] key, int keyLength, String status, StoreMode mode, long ttl, int slabClass, int valueLength) {
        if (watchers.want(LogStream.MUTATIONS)) {
            watchers.log(
                    LogStream.MUTATIONS,
                    "type=item_store key=" + UriEncoding.of(key, keyLength) + " status=" + status + " cmd="
                            + command(mode) + " ttl=" + ttl + " clsid=" + slabClass + descriptor() + " size="
                            + valueLength);
        }
    }

    @Override
    public void evicted(Item item, long now) {
        if (watchers.want(LogStream.EVICTIONS)) {
            watchers.log(
                    LogStream.EVICTIONS,
                    "type=eviction key=" + UriEncoding.of(item.keyAndValue(), item.keyLength()) + " fetch="
                            + (item.isFetched() ? "yes" : "no") + " ttl="
                            + (item.exptime() == 0 ? -1 : item.exptime() - now) + " la=" + (now - item.time())
                            + " clsid="
                            + rules.slabClass(item) + " size=" + item.valueLength());
        }
    }

    @Override
    public void crawled(CrawlReport report) {
        if (watchers.want(LogStream.SYSEVENTS)) {
            watchers.log(
                    LogStream.SYSEVENTS,
                    "type=lru_crawler crawler=" + report.slabClass() + " lru=" + word(report.segment()) + " low_mark="
                            + report.lowMark() + " next_reclaims=" + report.nextReclaims() + " since_run=1 next_run="
                            + report.nextRun() + " elapsed=0 examined=" + report.examined() + " reclaimed="
                            + report.reclaimed());
        }
    }

    /** A command has deleted an item. */
    void deleted(Item item, String command) {
        if (watchers.want(LogStream.DELETIONS)) {
            watchers.log(
                    LogStream.DELETIONS,
                    "type=deleted key=" + UriEncoding.of(item.keyAndValue(), item.keyLength()) + " cmd=" + command
                            + " clsid=" + rules.slabClass(item) + " size=" + item.valueLength());
        }
    }

    private String descriptor() {
        return " cfd=" + (speaking == null ? 0 : speaking.descriptor());
    }

    private static String command(StoreMode mode) {
        return switch (mode) {
            case APPENDVIV -> "append";
            case PREPENDVIV -> "prepend";
            default -> word(mode);
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
