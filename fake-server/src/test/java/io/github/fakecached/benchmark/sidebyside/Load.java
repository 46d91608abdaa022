package io.github.fakecached.benchmark.sidebyside;

/**
 * What a server has answered in a time.
 *
 * @param requests how many
 * @param nanos in how long
 * @param latencies of batches, in nanoseconds, the shortest first
 */
record Load(long requests, long nanos, long[] latencies) {

    double requestsPerSecond() {
        return requests * 1e9 / nanos;
    }

    /** The latency in microseconds that so many of a hundred batches did not exceed. */
    double percentileMicros(double percent) {
        return latencies[(int) Math.min(latencies.length - 1L, Math.round(latencies.length * percent / 100))] / 1e3;
    }
}
