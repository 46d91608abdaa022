package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.ShownSetting;
import java.util.Map;

/**
 * What statistics tell of a server besides what it does.
 *
 * @param threads the threads it says it has
 * @param verbosity how much it says it logs, 0 to 2
 * @param prefixDelimiter what ends the prefix of a key
 * @param prefixesCounted whether statistics are kept for prefixes of keys from the start
 * @param sizesTracked whether items are counted by their sizes from the start
 * @param shown the values of those settings that are not memcached's defaults, as they are shown
 */
public record StatisticsSettings(
        int threads,
        int verbosity,
        byte prefixDelimiter,
        boolean prefixesCounted,
        boolean sizesTracked,
        Map<ShownSetting, String> shown) {}
