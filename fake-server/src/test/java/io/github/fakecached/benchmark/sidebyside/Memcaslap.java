package io.github.fakecached.benchmark.sidebyside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one server does under the load of libmemcached's memcaslap (Debian's package libmemcached-tools), on the second core: one
 * store to ten fetches, keys of 16 bytes and values of 100. A second opinion, for it is not ours; it sends several fetches together
 * only as one of several keys.
 */
final class Memcaslap implements AutoCloseable {

    static final String HEAD = "| server | keys a second | CPU a key |\n| --- | --- | --- |";

    private static final Pattern RESULT = Pattern.compile("Ops: (\\d+) TPS: (\\d+)");
    private static final String LOAD = "key\n16 16 1\nvalue\n100 100 1\ncmd\n0 0.09\n1 0.91\n";
    private static final int CONNECTIONS = 50;

    private final Contender server;
    private final int keysTogether;
    private final List<Count> counts = new ArrayList<>();

    /** What it has counted in one run, and the processor time that this took the server. */
    private record Count(long keys, long perSecond, long cpuNanos) {
        double cpuMicrosForEach() {
            return cpuNanos / 1e3 / keys;
        }
    }

    Memcaslap(Contender server, int keysTogether) {
        this.server = server;
        this.keysTogether = keysTogether;
    }

    /** Runs it once; what it counts is kept if it is to be. */
    void run(long seconds, boolean kept) throws IOException {
        long before = server.cpuNanos();
        Path load = Files.createTempFile("memcaslap", ".cnf");
        try {
            Files.writeString(load, LOAD);
            Process process = new ProcessBuilder(command(load, seconds))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Matcher result = result(process);
            if (kept) {
                counts.add(new Count(
                        Long.parseLong(result.group(1)), Long.parseLong(result.group(2)), server.cpuNanos() - before));
            }
        } finally {
            Files.delete(load);
        }
    }

    private List<String> command(Path load, long seconds) {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "1", "memcaslap", "-T", "1"));
        command.addAll(List.of("-s", "127.0.0.1:" + server.address().getPort()));
        command.addAll(List.of("-c", Integer.toString(CONNECTIONS), "-d", Integer.toString(keysTogether)));
        command.addAll(List.of("-t", seconds + "s", "-F", load.toString()));
        return command;
    }

    private static Matcher result(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(US_ASCII)) {
            String said = String.join("\n", out.lines().toList());
            Matcher result = RESULT.matcher(said);
            if (!result.find()) {
                throw new IOException("memcaslap has counted nothing: " + said);
            }
            return result;
        }
    }

    private double median(ToDoubleFunction<Count> figure) {
        double[] sorted = counts.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return "| %s | %,.0f | %.2f µs |"
                .formatted(server.name(), median(Count::perSecond), median(Count::cpuMicrosForEach));
    }

    @Override
    public void close() {
        server.close();
    }
}
