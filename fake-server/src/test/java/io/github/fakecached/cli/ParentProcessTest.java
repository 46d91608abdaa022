package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell is the parent, and a pid file tells that the process ended as it should. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ParentProcessTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void theProcessEndsWhenItsParentIsKilled() throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        try (Orphan orphan = new Orphan("--exit-with-parent", "-P", pidFile.toString())) {
            assertThat(pidFile).hasContent(Long.toString(orphan.pid));

            orphan.killParent();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(pidFile).doesNotExist());
        }
    }

    @Test
    void withoutTheOptionItOutlivesItsParent() throws IOException, InterruptedException {
        try (Orphan orphan = new Orphan()) {
            orphan.killParent();

            await().during(Duration.ofSeconds(1)) // it looks for its parent five times a second
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> ProcessHandle.of(orphan.pid).isPresent());
            try (Connection client = Connection.toPort(orphan.port)) {
                assertThat(client.ask("mn\r\n", "\r\n")).isEqualTo("MN\r\n");
            }
        }
    }

    /** A standalone server, and the shell that started it. */
    private static final class Orphan implements AutoCloseable {

        final long pid;
        final int port;
        private final Process shell;

        Orphan(String... options) throws IOException {
            shell = new ProcessBuilder(
                            "sh",
                            "-c",
                            "\"$0\" -cp \"$1\" " + Main.class.getName() + " -p 0 --ready-json "
                                    + String.join(" ", options) + " & wait",
                            JAVA,
                            System.getProperty("java.class.path"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
            Map<String, Object> ready = JSON.std.mapFrom(out.readLine());
            pid = ((Number) ready.get("pid")).longValue();
            Object node = ((Iterable<?>) ready.get("nodes")).iterator().next();
            port = ((Number) ((Map<?, ?>) node).get("port")).intValue();
        }

        void killParent() throws InterruptedException {
            assertThat(ProcessHandle.of(pid).flatMap(ProcessHandle::parent).map(ProcessHandle::pid))
                    .contains(shell.pid());
            shell.destroyForcibly();
            assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }
}
