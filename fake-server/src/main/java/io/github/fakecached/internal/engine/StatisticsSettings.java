package io.github.fakecached.internal.engine;

/**
 * What statistics tell of a server besides what it does.
 *
 * @param threads the threads it says it has
 * @param verbosity how much it says it logs, 0 to 2
 * @param prefixDelimiter what ends the prefix of a key
 * @param prefixesCounted whether statistics are kept for prefixes of keys from the start
 * @param sizesTracked whether items are counted by their sizes from the start
 */
public record StatisticsSettings(
        int threads, int verbosity, byte prefixDelimiter, boolean prefixesCounted, boolean sizesTracked) {}
