package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted for keys with the same prefix while {@code stats detail} is on (stats_prefix.c). A key without the delimiter
 * has no prefix; meta commands are not counted.
 */
final class PrefixStatistics {

    private static final int MOST_PREFIXES = 1 << 16;

    private final StatisticsSettings settings;
    private Map<String, Counts> prefixes = Map.of();
    private boolean enabled;

    private static final class Counts {
        private long gets;
        private long hits;
        private long sets;
        private long deletes;
    }

    PrefixStatistics(StatisticsSettings settings) {
        this.settings = settings;
        this.enabled = settings.prefixesCounted();
    }

    /** Begins as the server was started. */
    void reset() {
        clear();
        enabled = settings.prefixesCounted();
    }

    void clear() {
        prefixes = Map.of();
    }

    boolean isEnabled() {
        return enabled;
    }

    void enable(boolean on) {
        enabled = on;
    }

    void countGet(byte[] key, boolean hit) {
        Counts counts = find(key, key.length);
        if (counts != null) {
            counts.gets++;
            counts.hits += hit ? 1 : 0;
        }
    }

    void countSet(byte[] key, int keyLength) {
        Counts counts = find(key, keyLength);
        if (counts != null) {
            counts.sets++;
        }
    }

    void countDelete(byte[] key) {
        Counts counts = find(key, key.length);
        if (counts != null) {
            counts.deletes++;
        }
    }

    /** A line for each prefix, in the order in which they were first met. */
    List<String> dump() {
        List<String> lines = new ArrayList<>();
        prefixes.forEach((prefix, counts) -> lines.add("PREFIX " + prefix + " get " + counts.gets + " hit "
                + counts.hits + " set " + counts.sets + " del " + counts.deletes));
        return lines;
    }

    private @Nullable Counts find(byte[] key, int keyLength) {
        if (!enabled) {
            return null;
        }
        if (prefixes.isEmpty()) {
            prefixes = new LinkedHashMap<>();
        }
        for (int at = 0; at < keyLength && key[at] != 0; at++) {
            if (key[at] == settings.prefixDelimiter()) {
                String prefix = new String(key, 0, at, ISO_8859_1);
                return prefixes.size() < MOST_PREFIXES
                        ? prefixes.computeIfAbsent(prefix, newPrefix -> new Counts())
                        : prefixes.get(prefix);
            }
        }
        return null;
    }
}
