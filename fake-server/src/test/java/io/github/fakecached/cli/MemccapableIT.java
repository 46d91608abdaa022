package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libmemcached's check of a server, memccapable, says of the packed jar. */
class MemccapableIT {

    private static final String TEXT = "-a";
    private static final String BINARY = "-b";
    /** As many for each protocol. */
    private static final int TESTS = 27;

    private static final int TIME_LIMIT_SECONDS = 60;

    /** Its summary, on standard error, may come between the name and the result of a test. */
    private static final Pattern RESULT = Pattern.compile("((?:ascii|binary) [a-z ]*[a-z]) +[^\\[]*\\[(pass|FAIL)]");

    @TempDir
    private Path folder;

    @Test
    void allTestsOfTextPassAgainst1618() throws IOException, InterruptedException {
        assertThat(results("1.6.18", TEXT))
                .hasSize(TESTS)
                .allSatisfy((test, result) -> assertThat(result).as(test).isEqualTo("pass"));
    }

    /** Since memcached 1.6.40 delete overlooks what stands behind its key, which memccapable takes for a mistake. */
    @Test
    void allTestsOfTextButTwoPassAgainst1645AsAgainstTheRealOne() throws IOException, InterruptedException {
        Map<String, String> results = results("1.6.45", TEXT);
        assertThat(results).hasSize(TESTS);
        results.values().removeIf("pass"::equals);
        assertThat(results).containsOnlyKeys("ascii delete", "ascii delete noreply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.6.18", "1.6.45"})
    void allTestsOfTheBinaryProtocolPass(String version) throws IOException, InterruptedException {
        assertThat(results(version, BINARY))
                .hasSize(TESTS)
                .allSatisfy((test, result) -> assertThat(result).as(test).isEqualTo("pass"));
    }

    private Map<String, String> results(String version, String protocol) throws IOException, InterruptedException {
        try (StandaloneProcess server = StandaloneProcess.fromJar("-p", "0", "--memcached-version", version)) {
            String output = memccapable(server.port(), protocol);
            Map<String, String> results = new LinkedHashMap<>();
            RESULT.matcher(output).results().forEach(match -> results.put(match.group(1), match.group(2)));
            return results;
        }
    }

    private String memccapable(int port, String protocol) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process memccapable;
        try {
            memccapable = new ProcessBuilder("memccapable", protocol, "-h", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return absent("memccapable cannot be run; Debian has it in libmemcached-tools: " + e.getMessage());
        }
        boolean ended = memccapable.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        memccapable.destroyForcibly();
        assertThat(ended)
                .as("memccapable ended within %d s; it said: %s", TIME_LIMIT_SECONDS, Files.readString(output))
                .isTrue();
        return Files.readString(output);
    }

    /** Where real memcached is required, so is this, which speaks for it. */
    private static String absent(String reason) {
        boolean required = Arrays.asList(
                        System.getProperty("conformance.require", "").split(","))
                .contains("container");
        return required ? fail(reason) : abort(reason);
    }
}
