package io.github.fakecached.benchmark.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.benchmark.RawClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that begins with nothing. */
final class ColdJvm implements AutoCloseable {

    private static final long TIME_LIMIT_SECONDS = 20;
    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);

    private final long startedAt = System.nanoTime();
    private final Process process;
    private final BufferedReader out;

    ColdJvm(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(US_ASCII);
    }

    /** The first line that it prints. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("it ended without a word: " + process.info().commandLine());
        }
        return line;
    }

    /** Waits for the line that ends with its port, asks for the version there, and waits for the first byte of the answer. */
    void awaitReply() throws IOException {
        String line = line();
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        try (RawClient client = new RawClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            client.ask(VERSION, 1);
        }
    }

    /** Since its start. */
    double millis() {
        return (System.nanoTime() - startedAt) / 1e6;
    }

    void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("it does not end");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        out.close();
    }
}
