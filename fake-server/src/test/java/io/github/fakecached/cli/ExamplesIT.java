package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples for users of other languages, run as their READMEs say, with the packed jar. */
@Timeout(240)
class ExamplesIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("fakecached.standalone"))
            .resolve("../../../examples")
            .normalize();

    /** Debian's own: the first one on the PATH may be another that does not know the packages. */
    private static final String PYTHON = System.getProperty("conformance.python", "/usr/bin/python3");

    @TempDir
    private Path folder;

    @Test
    void theExampleInPythonPasses() throws IOException, InterruptedException {
        Path tests = copied("python");
        if (run(tests, PYTHON, "-c", "import pytest, pymemcache").exitCode() != 0) {
            absent("python", PYTHON + " has not both; Debian has them in python3-pytest and python3-pymemcache");
        }
        Run pytest = run(tests, PYTHON, "-B", "-m", "pytest", "-p", "no:cacheprovider", ".");
        assertThat(pytest.exitCode()).as(pytest.output()).isZero();
        assertThat(pytest.output()).contains("4 passed");
    }

    @Test
    void theExampleInNodePasses() throws IOException, InterruptedException {
        Path tests = copied("node");
        // Without a network npm would go on trying for minutes.
        Run npm = run(
                tests,
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--fetch-retries=1",
                "--fetch-retry-mintimeout=1000",
                "--fetch-timeout=20000");
        if (npm.exitCode() != 0) {
            absent("node", "npm cannot install the packages: " + npm.output());
        }
        Run node = run(tests, "node", "--test");
        assertThat(node.exitCode()).as(node.output()).isZero();
        assertThat(node.output()).contains("# pass 3");
    }

    /** The example where nothing is in its way. */
    private Path copied(String name) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }

    private record Run(int exitCode, String output) {}

    /** Runs a program, with the JDK of this test as the first java on its path; one that is not there fails too. */
    private Run run(Path where, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("FAKECACHED_JAR", System.getProperty("fakecached.standalone"));
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, bin) -> bin + ":" + path);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Run(-1, String.valueOf(e.getMessage()));
        }
        boolean ended = process.waitFor(100, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended)
                .as("%s ended within 100 s; it said: %s", List.of(command), Files.readString(output))
                .isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    private static void absent(String kind, String reason) {
        boolean required = Arrays.asList(
                        System.getProperty("conformance.require", "").split(","))
                .contains(kind);
        if (required) {
            fail("required by -Dconformance.require=" + kind + ": " + reason);
        }
        abort(reason);
    }
}
