package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The standalone server in a JVM of its own, from the class path or from the packed jar. */
final class StandaloneProcess implements AutoCloseable {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final Pattern READY =
            Pattern.compile("fakecached: memcached \\S+ listening on 127\\.0\\.0\\.1:(\\d+)\n");

    private final Path out;
    private final Path err;
    private final Process process;

    private StandaloneProcess(Map<String, String> environment, List<String> javaArguments, String... options)
            throws IOException {
        out = Files.createTempFile("fakecached", ".out");
        err = Files.createTempFile("fakecached", ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaArguments);
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    static StandaloneProcess fromClassPath(String... options) throws IOException {
        return fromClassPath(Map.of(), options);
    }

    static StandaloneProcess fromClassPath(Map<String, String> environment, String... options) throws IOException {
        return new StandaloneProcess(
                environment, List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()), options);
    }

    static StandaloneProcess fromJar(String... options) throws IOException {
        return fromJar(List.of(), options);
    }

    static StandaloneProcess fromJar(List<String> jvmOptions, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(jvmOptions);
        arguments.addAll(List.of("-jar", System.getProperty("fakecached.standalone")));
        return new StandaloneProcess(Map.of(), arguments, options);
    }

    /** Waits for the line that says it is ready, and takes the port from it. */
    int port() {
        Matcher ready = READY.matcher(readyLine());
        assertThat(ready.matches())
                .as("one ready line; out: %s, err: %s", output(), errors())
                .isTrue();
        return Integer.parseInt(ready.group(1));
    }

    /** Waits for that line and reads it as JSON. */
    Map<String, Object> ready() throws IOException {
        return JSON.std.mapFrom(readyLine());
    }

    private String readyLine() {
        await("the line that says the server is ready")
                .atMost(TIME_LIMIT)
                .until(() -> output().endsWith("\n") || !process.isAlive());
        return output();
    }

    long pid() {
        return process.pid();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the process to end, for a limited time. */
    int exitCode(Duration limit) throws InterruptedException {
        assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                .as("the process ended within %s; out: %s, err: %s", limit, output(), errors())
                .isTrue();
        return process.exitValue();
    }

    String output() {
        return read(out);
    }

    String errors() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(out);
        Files.delete(err);
    }
}
