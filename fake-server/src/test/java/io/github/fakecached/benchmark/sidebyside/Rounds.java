package io.github.fakecached.benchmark.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one server has done in all rounds of a workload. */
final class Rounds implements AutoCloseable {

    static final String HEAD =
            "| server | requests a second | CPU a request | p50 | p99 |\n| --- | --- | --- | --- | --- |";

    /** One round: what was answered, and the processor time it took the server. */
    private record Round(Load load, long cpuNanos) {
        double cpuMicrosForEach() {
            return cpuNanos / 1e3 / load.requests();
        }
    }

    private final Contender server;
    private final LoadGenerator clients;
    private final List<Round> rounds = new ArrayList<>();

    private Rounds(Contender server, LoadGenerator clients) {
        this.server = server;
        this.clients = clients;
    }

    static Rounds begin(Contender server, Workload workload, Duration warmUp) throws IOException {
        LoadGenerator clients = new LoadGenerator(server.address(), workload);
        clients.run(warmUp);
        return new Rounds(server, clients);
    }

    void run(Duration time) throws IOException {
        long before = server.cpuNanos();
        Load load = clients.run(time);
        rounds.add(new Round(load, server.cpuNanos() - before));
    }

    private double median(ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return "| %s | %,.0f | %.2f µs | %.0f µs | %.0f µs |"
                .formatted(
                        server.name(),
                        median(round -> round.load().requestsPerSecond()),
                        median(Round::cpuMicrosForEach),
                        median(round -> round.load().percentileMicros(50)),
                        median(round -> round.load().percentileMicros(99)));
    }

    @Override
    public void close() throws IOException {
        clients.close();
        server.close();
    }
}
