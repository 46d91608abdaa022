package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The packed jar has in it all that it needs, and runs. */
class StandaloneJarIT {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @Test
    void thePackedJarServesAndEndsOnTermination() throws IOException, InterruptedException {
        try (StandaloneProcess server = StandaloneProcess.fromJar("-p", "0", "-m", "64", "-vv");
                Connection client = Connection.toPort(server.port())) {
            assertThat(client.ask("set k 0 0 5\r\nhello\r\n", "\r\n")).isEqualTo("STORED\r\n");
            assertThat(client.ask("get k\r\n", "END\r\n")).isEqualTo("VALUE k 0 5\r\nhello\r\nEND\r\n");

            server.terminate();

            assertThat(client.isClosed()).isTrue();
            assertThat(server.exitCode(FIVE_SECONDS)).isZero();
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void thePackedJarSaysItsVersion() throws IOException, InterruptedException {
        try (StandaloneProcess server = StandaloneProcess.fromJar("-V")) {
            assertThat(server.exitCode(Duration.ofSeconds(30))).isZero();
            assertThat(server.output()).startsWith("memcached 1.6.45\n").doesNotContain("not packaged");
        }
    }

    @Test
    void thePackedJarHasNoClassOfTests() throws IOException {
        try (JarFile jar =
                new JarFile(Path.of(System.getProperty("fakecached.standalone")).toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("META-INF/LICENSE", "io/github/fakecached/FakeMemcached.class")
                    .noneMatch(name -> name.contains("junit") || name.contains("assertj") || name.endsWith("IT.class"));
        }
    }
}
