package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.target.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A program that another language's client comes as; where it is not installed its test is skipped, unless it is required. */
final class InstalledProgram {

    private static final long LIMIT_SECONDS = 60;

    private InstalledProgram() {}

    /**
     * What happened.
     *
     * @param status the exit status
     * @param output both streams
     */
    record Result(int status, String output) {}

    /** Skips the test with this reason, or fails where {@code -Dconformance.require} has the kind. */
    static AssertionError absent(String kind, String reason) {
        if (Targets.configured().requires(kind)) {
            return new AssertionError("required by -Dconformance.require=" + kind + ": " + reason);
        }
        throw new TestAbortedException(reason);
    }

    /** Runs it to its end, without input; fails after a minute with what it has printed. */
    static Result run(List<String> command) throws IOException, InterruptedException {
        return run(command, "");
    }

    /** Runs it to its end with this input, which is short; fails after a minute with what it has printed. */
    static Result run(List<String> command, String input) throws IOException, InterruptedException {
        // Into a file: a pipe that nobody reads would stop the program.
        Path output = Files.createTempFile("output", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(input);
        }
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        var text = Files.readString(output, StandardCharsets.ISO_8859_1);
        Files.delete(output);
        if (!ended) {
            throw new AssertionError(command + " did not end within " + LIMIT_SECONDS + " s; it printed:\n" + text);
        }
        return new Result(process.exitValue(), text);
    }
}
