package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandaloneSignInTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final int AUTH_ERROR = 0x20;
    private static final long SIGHUP_BIT = 1;

    @Test
    void usersOfTheSaslPasswordFileSignInAndAChangeOfItHoldsAtOnce(@TempDir Path folder) throws IOException {
        Path users = Files.writeString(folder.resolve("users"), "first:one:ignored\nsecond:two\n");
        try (StandaloneProcess server =
                StandaloneProcess.fromClassPath(Map.of("MEMCACHED_SASL_PWDB", users.toString()), "-S", "-p", "0")) {
            assertThat(statusOfPlain(server.port(), "\0first\0one")).isZero();
            assertThat(statusOfPlain(server.port(), "\0third\0three")).isEqualTo(AUTH_ERROR);

            Files.writeString(users, "third:three\n");

            assertThat(statusOfPlain(server.port(), "\0third\0three")).isZero();
            assertThat(statusOfPlain(server.port(), "\0first\0one")).isEqualTo(AUTH_ERROR);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGHUP")
    @DisabledIf(
            value = "hangingUpIsIgnored",
            disabledReason = "nohup's children inherit that SIGHUP is ignored, and a JVM keeps to it")
    void hangingUpReadsTheFileOfTextUsersAgain(@TempDir Path folder) throws IOException, InterruptedException {
        Path users = Files.writeString(folder.resolve("users"), "user:old\n");
        try (StandaloneProcess server = StandaloneProcess.fromClassPath("-Y", users.toString(), "-p", "0")) {
            int port = server.port();
            assertThat(signIn(port, "user old")).isEqualTo("STORED\r\n");
            Files.writeString(users, "user:new\n");
            assertThat(signIn(port, "user old")).isEqualTo("STORED\r\n");

            new ProcessBuilder("kill", "-HUP", Long.toString(server.pid()))
                    .start()
                    .waitFor();

            await("the new password")
                    .atMost(TIME_LIMIT)
                    .until(() -> signIn(port, "user new").equals("STORED\r\n"));
            assertThat(signIn(port, "user old")).isEqualTo("CLIENT_ERROR authentication failure\r\n");
        }
    }

    static boolean hangingUpIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGHUP_BIT) != 0);
        }
    }

    private static String signIn(int port, String token) throws IOException {
        try (Connection client = Connection.toPort(port)) {
            return client.ask("set auth 0 0 " + token.length() + "\r\n" + token + "\r\n", "\r\n");
        }
    }

    /** The low byte of the answer's status, which ends its first eight bytes. */
    private static int statusOfPlain(int port, String response) throws IOException {
        String head = "\u0080\u0021\0\5\0\0\0\0\0\0\0" + (char) (5 + response.length()) + "\0".repeat(12);
        try (Connection client = Connection.toPort(port)) {
            client.ask(head + "PLAIN" + response, "\u0081\u0021\0\0\0\0\0");
            return client.next();
        }
    }
}
