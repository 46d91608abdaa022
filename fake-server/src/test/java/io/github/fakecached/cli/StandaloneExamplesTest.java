package io.github.fakecached.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.cli.admin.AdminServer;
import io.github.fakecached.cli.admin.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/STANDALONE.md} shows, done as it stands there. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandaloneExamplesTest {

    @TempDir
    private Path folder;

    @Test
    void theConversationGoesAsShown() throws IOException {
        try (FakeCluster cluster = start("-p", "0", "--admin-commands");
                Connection client = Connection.toPort(cluster.node("default").port())) {
            cluster.clock().pause();
            cluster.clock().setTime(Instant.parse("2030-01-01T00:00:00Z"));
            Iterator<String> lines = resource("conversation.txt").lines().iterator();
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("> ")) {
                    client.send(line.substring(2) + "\r\n");
                } else {
                    assertThat(client.ask("", "\r\n")).isEqualTo(line.substring(2) + "\r\n");
                }
            }
        }
    }

    @Test
    void theReadyLineIsAsShown() throws IOException {
        try (FakeCluster cluster = start("-p", "0")) {
            String line = ReadyLine.json(cluster, Optional.of(URI.create("http://127.0.0.1:40124/")));
            assertThat(line.replace(Integer.toString(cluster.node("default").port()), "40123")
                            .replace("\"pid\":" + ProcessHandle.current().pid(), "\"pid\":4711"))
                    .isEqualTo(resource("ready.json").strip());
        }
    }

    @Test
    void theReadyLineForPeopleIsAsShown() throws IOException {
        try (FakeCluster cluster = start("-p", "0")) {
            String line = ReadyLine.text(cluster, Optional.of(URI.create("http://127.0.0.1:40124/")));
            assertThat(Files.readString(Path.of("..", "docs", "STANDALONE.md")))
                    .contains("`"
                            + line.replace(
                                    Integer.toString(cluster.node("default").port()), "40123") + "`");
        }
    }

    @Test
    void theCallsByCurlAreAnswered() throws IOException, InterruptedException {
        GivenOptions given = GivenOptions.read("-p", "0", "--admin-port", "0");
        AdminOptions options = AdminOptions.read(given);
        try (FakeCluster cluster = ClusterPlan.of(given, options::allow).start();
                AdminServer admin = options.open(new Operations(cluster)).orElseThrow()) {
            Path script = folder.resolve("calls.sh");
            Path output = folder.resolve("output");
            String calls = resource("calls.sh");
            String beforeTheLast =
                    calls.substring(0, calls.lastIndexOf("curl")).replace("curl ", "curl -sS --fail-with-body ");
            Files.writeString(script, "set -e\ncommand -v curl > /dev/null || exit 77\n" + beforeTheLast);
            ProcessBuilder shell = new ProcessBuilder("sh", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            shell.environment().put("admin", admin.uri().toString());
            Process process = shell.start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            if (process.exitValue() == 77) {
                abort("no curl on the PATH");
            }
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output)).contains("\"paused\":false", "drop reply", "\"items\":[]");
            assertThat(cluster.node("default")
                            .contents()
                            .get("session:u1")
                            .orElseThrow()
                            .valueAsString())
                    .isEqualTo("token");
            assertThat(List.copyOf(cluster.node("default").faults().list())).hasSize(1);
        }
    }

    private static FakeCluster start(String... options) {
        GivenOptions given = GivenOptions.read(options);
        AdminOptions admin = AdminOptions.read(given);
        FakeCluster cluster = ClusterPlan.of(given, admin::allow).start();
        admin.open(new Operations(cluster));
        return cluster;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = StandaloneExamplesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
