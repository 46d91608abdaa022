package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -l localhost                                | localhost
            -l 127.0.0.1:4000                           | 127.0.0.1:4000
            -p 4000 -l 127.0.0.1                        | 127.0.0.1
            -l ::1                                      | ::1
            -l [::1]                                    | [::1]
            -l [::1]:4000                               | [::1]:4000
            -l *                                        | 0.0.0.0
            -l *:4000                                   | 0.0.0.0:4000
            -l localhost -l localhost                   | localhost
            -l 127.0.0.1,127.0.0.2                      | 127.0.0.1,127.0.0.2
            -l 127.0.0.1;127.0.0.2 -l ::1               | 127.0.0.1,127.0.0.2,::1
            -l tag[x]:localhost:4000                    | localhost:4000
            -l proto[negotiating]:localhost:4000        | proto[negotiating]:localhost:4000
            -l proto[ascii]:tag_x_:localhost            | proto[ascii]:localhost
            -Z -l notls:proto[binary]:localhost:1,btls:::1,mtls:[::1]:2 | notls:proto[binary]:localhost:1,btls:::1,mtls:[::1]:2
            """)
    void listenersAreWrittenAsForMemcached(String line, String listeners) {
        assertThat(listeners(line)).isEqualTo(listeners);
    }

    @Test
    void withoutListenerItIsTheLoopbackAddress() throws IOException {
        try (FakeMemcached memcached =
                ServerPlan.of(GivenOptions.read("-p", "-1")).start()) {
            assertThat(memcached.addresses()).containsExactly(memcached.address());
            assertThat(memcached.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void thePortIsThatOfTheListenerOrElseTheCommonOne() {
        String line = "-p -1 -l 127.0.0.1,127.0.0.2:0,127.0.0.3";
        try (FakeMemcached memcached =
                ServerPlan.of(GivenOptions.read(line.split(" "))).start()) {
            assertThat(memcached.addresses())
                    .extracting(address -> address.getAddress().getHostAddress())
                    .containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.3");
            assertThat(memcached.addresses()).allMatch(address -> address.getPort() > 0);
        }
    }

    @Test
    void aUnixSocketIsListenedOnInsteadOfPorts(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("s");
        String line = "-s " + socket + " -a 0777 -p 4000 -U 4000 -l 127.0.0.1";
        try (FakeMemcached memcached =
                ServerPlan.of(GivenOptions.read(line.split(" "))).start()) {
            assertThat(memcached.unixSocket()).isEqualTo(socket);
            assertThat(memcached.addresses()).isEmpty();
            assertThat(Files.getPosixFilePermissions(socket)).hasSize(9);
        }
    }

    @Test
    void thePortForUdpIsThatForTcpToo() {
        try (FakeMemcached other = FakeMemcached.builder().udpPort(0).start()) {
            int free = other.port();
            other.close();
            try (FakeMemcached memcached =
                    ServerPlan.of(GivenOptions.read("-U", String.valueOf(free))).start()) {
                assertThat(memcached.port()).isEqualTo(free);
                assertThat(memcached.udpAddress().getPort()).isEqualTo(free);
            }
            try (FakeMemcached memcached =
                    ServerPlan.of(GivenOptions.read("-U", "-1", "-p", "-1")).start()) {
                assertThat(memcached.udpAddress().getPort()).isPositive();
            }
        }
    }

    private static String listeners(String line) {
        return ListenOptions.listeners(GivenOptions.read(line.split(" ")), true).stream()
                .map(Listener::toString)
                .collect(Collectors.joining(","));
    }
}
