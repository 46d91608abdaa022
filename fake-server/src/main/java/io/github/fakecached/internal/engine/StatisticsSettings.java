package io.github.fakecached.internal.engine;

/**
 * What statistics tell of a server besides what it does.
 *
 * @param threads the threads it says it has
 * @param verbosity how much it says it logs, 0 to 2
 */
public record StatisticsSettings(int threads, int verbosity) {}
