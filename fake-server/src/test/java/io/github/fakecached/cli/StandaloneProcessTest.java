package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneProcessTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofSeconds(30);

    @Test
    void saysTheRealPortServesAndEndsOnTerminationAsMemcachedDoes(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        try (StandaloneProcess server = StandaloneProcess.fromClassPath("-p", "0", "-P", pidFile.toString());
                Connection client = Connection.toPort(server.port())) {
            assertThat(client.ask("version\r\n", "\r\n")).isEqualTo("VERSION 1.6.45\r\n");
            assertThat(pidFile).hasContent(Long.toString(server.pid()));

            server.terminate();

            assertThat(client.isClosed()).isTrue();
            assertThat(server.exitCode(FIVE_SECONDS)).isZero();
            assertThat(server.output()).hasLineCount(1);
            assertThat(server.errors()).isEmpty();
            assertThat(pidFile).doesNotExist();
        }
    }

    @Test
    void endsAsOnTerminationWhenAClientShutsItDown(@TempDir Path folder) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        try (StandaloneProcess server = StandaloneProcess.fromClassPath("-p", "0", "-A", "-P", pidFile.toString());
                Connection client = Connection.toPort(server.port())) {
            client.send("shutdown\r\n");

            assertThat(client.isClosed()).isTrue();
            assertThat(server.exitCode(FIVE_SECONDS)).isZero();
            assertThat(server.errors()).isEmpty();
            assertThat(pidFile).doesNotExist();
        }
    }

    @Test
    void aRefusalEndsTheProcessAndNothingListens() throws IOException, InterruptedException {
        int port = freePort();
        try (StandaloneProcess server = StandaloneProcess.fromClassPath("-p", Integer.toString(port), "-I", "1000")) {
            assertThat(server.exitCode(START)).isEqualTo(64);
            assertThat(server.errors()).isEqualTo("fakecached: -I: Item max size cannot be less than 1024 bytes.\n");
            assertThat(server.output()).isEmpty();
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> Connection.toPort(port));
        }
    }

    @Test
    void anAdminPortThatIsTakenEndsTheProcess(@TempDir Path folder) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StandaloneProcess server = StandaloneProcess.fromClassPath(
                        "-p", "0", "-P", pidFile.toString(), "--admin-port", Integer.toString(taken.getLocalPort()))) {
            assertThat(server.exitCode(START)).isEqualTo(71);
            assertThat(server.errors())
                    .startsWith("fakecached: --admin-port: cannot listen on 127.0.0.1:" + taken.getLocalPort());
            assertThat(server.output()).isEmpty();
            assertThat(pidFile).doesNotExist();
        }
    }

    @Test
    void withAnAdminDoorTheProcessOutlivesItsNodes() throws IOException, InterruptedException {
        try (StandaloneProcess server = StandaloneProcess.fromClassPath(
                "--node", "a", "--node", "b", "-A", "--admin-commands", "--ready-json")) {
            List<?> nodes = (List<?>) server.ready().get("nodes");
            int a = (int) ((Map<?, ?>) nodes.get(0)).get("port");
            int b = (int) ((Map<?, ?>) nodes.get(1)).get("port");
            try (Connection client = Connection.toPort(a)) {
                client.send("shutdown\r\n");
                assertThat(client.isClosed()).isTrue();
            }
            try (Connection client = Connection.toPort(b)) {
                assertThat(client.ask("fakecached nodes restart node=a\r\n", "END\r\n"))
                        .contains("running=true");
            }
            server.terminate();
            assertThat(server.exitCode(FIVE_SECONDS)).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
