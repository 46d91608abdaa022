package io.github.fakecached.benchmark.sidebyside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.benchmark.RawClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, on the first core. */
final class Contender implements AutoCloseable {

    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);

    private final String name;
    private final Process process;
    private final InetSocketAddress address;

    private Contender(String name, Process process, InetSocketAddress address) {
        this.name = name;
        this.process = process;
        this.address = address;
    }

    /** Starts it with a free port as what {@code PORT} stands for in its command line, and waits until it answers. */
    static Contender start(String name, List<String> commandLine) throws IOException {
        int port = freePort();
        List<String> command = commandLine.stream()
                .map(word -> word.replace("PORT", Integer.toString(port)))
                .toList();
        Process process = new ProcessBuilder(Cores.onFirst(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Contender contender =
                new Contender(name, process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        contender.awaitAnswer();
        return contender;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long start = System.nanoTime();
        while (true) {
            try (RawClient client = new RawClient(address)) {
                client.ask(VERSION, 1);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - start > START_LIMIT_NANOS) {
                    close();
                    throw new IOException(name + " does not answer at " + address, e);
                }
            }
        }
    }

    String name() {
        return name;
    }

    InetSocketAddress address() {
        return address;
    }

    /** The processor time that all its threads have taken so far, in nanoseconds. */
    long cpuNanos() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            long sum = 0;
            for (Path thread : threads.toList()) {
                sum += Long.parseLong(
                        Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            }
            return sum;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
