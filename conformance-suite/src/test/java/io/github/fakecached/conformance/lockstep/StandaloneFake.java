package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The fake as a program that takes memcached's options, in a JVM of its own. */
final class StandaloneFake implements AutoCloseable {

    private static final long LIMIT_SECONDS = 30;

    private final Process process;
    private final InetSocketAddress address;

    private StandaloneFake(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it on any free port, and waits for the line that tells which. */
    static StandaloneFake start(List<String> options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-p",
                "-1"));
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            var ready = CompletableFuture.supplyAsync(() -> firstLine(process.inputReader()))
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            int port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
            return new StandaloneFake(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String firstLine(BufferedReader output) {
        try {
            var line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the fake ended before it was ready");
            }
            return line;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read what the fake prints", e);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
