package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar has in it all that it needs, and runs. */
class StandaloneJarIT {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
    void theJvmTakesClassesFromTheArchiveThatThePackedJarMakes(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path archive = folder.resolve("fakecached.jsa");
        Path loaded = folder.resolve("loaded");
        try (StandaloneProcess maker = StandaloneProcess.fromJar("--make-archive", archive.toString())) {
            assertThat(maker.exitCode(A_MINUTE)).as(maker.errors()).isZero();
        }
        List<String> jvm = List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + loaded);
        try (StandaloneProcess server = StandaloneProcess.fromJar(jvm, "-p", "0");
                Connection client = Connection.toPort(server.port())) {
            assertThat(client.ask("version\r\n", "\r\n")).isEqualTo("VERSION 1.6.45\r\n");
        }
        assertThat(loaded).content().contains("io.github.fakecached.FakeMemcached source: shared objects file (top)");
        assertThat(loaded)
                .content()
                .contains("io.github.fakecached.internal.net.TextConnection source: shared objects file (top)");
    }

    @Test
    void anArchiveThatCannotBeWrittenIsRefusedWithTheReason(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path archive = folder.resolve("absent").resolve("fakecached.jsa");
        try (StandaloneProcess maker = StandaloneProcess.fromJar("--make-archive", archive.toString())) {
            assertThat(maker.exitCode(A_MINUTE)).isEqualTo(Refusal.SYSTEM);
            assertThat(maker.errors())
                    .startsWith("fakecached: --make-archive " + archive + ": cannot make the archive (")
                    .hasLineCount(1);
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
