package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Unix domain socket instead of ports: its file, and what statistics make of it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnixSocketTest {

    @TempDir
    private Path folder;

    @Test
    void clientsOfTheSocketAreServedByBothProtocols() throws IOException {
        try (FakeMemcached memcached = start()) {
            assertThat(sayLast("set a 0 0 1\r\n1\r\nget a\r\nquit\r\n"))
                    .isEqualTo("STORED\r\nVALUE a 0 1\r\n1\r\nEND\r\n");
            byte[] quit = BinaryConversation.request(0x07, new byte[0], new byte[0], new byte[0]);
            assertThat(sayLast(new String(quit, ISO_8859_1)))
                    .startsWith("\u0081\u0007")
                    .hasSize(24);
            assertThat(memcached.contents().get("a")).isPresent();
        }
    }

    @Test
    void thereIsNoPort() {
        try (FakeMemcached memcached = builder().udpPort(0).start()) {
            assertThat(memcached.unixSocket()).isEqualTo(path());
            assertThat(memcached.addresses()).isEmpty();
            assertThat(memcached).hasToString("memcached 1.6.45 (fake) at " + path());
            assertThatIllegalStateException()
                    .isThrownBy(memcached::address)
                    .withMessageContaining("listens on no port: connect to unixSocket()");
            assertThatIllegalStateException().isThrownBy(memcached::udpAddress);
        }
        try (FakeMemcached other = FakeMemcached.start()) {
            assertThatIllegalStateException()
                    .isThrownBy(other::unixSocket)
                    .withMessageContaining("no Unix domain socket");
        }
    }

    @Test
    void statisticsTellOfTheSocketAsMemcachedDoes() throws IOException {
        try (FakeMemcached memcached = builder().unixMask(0750).port(4000).start()) {
            assertThat(sayLast("stats settings\r\nquit\r\n"))
                    .contains("STAT tcpport 4000\r\nSTAT udpport 0\r\nSTAT inter NULL\r\n")
                    .contains("STAT domain_socket " + path() + "\r\nSTAT umask 750\r\n");
            assertThat(sayLast("stats\r\nquit\r\n"))
                    .contains("STAT curr_connections 1\r\n")
                    .contains("STAT connection_structures 2\r\n");
            assertThat(memcached.stats()).containsEntry("total_connections", "3");
            assertThat(sayLast("stats conns\r\nquit\r\n"))
                    .contains(":addr unix:" + path() + "\r\n", ":state conn_listening\r\n")
                    .contains(":addr ?:<AF 0>\r\n", ":listen_addr unix:" + path() + "\r\n");
        }
    }

    @Test
    void theMaskSaysWhoMayConnect() throws IOException {
        builder().start().close();
        try (FakeMemcached memcached = start()) {
            assertThat(permissions()).isEqualTo("rwx------");
        }
        try (FakeMemcached memcached = builder().unixMask(0762).start()) {
            assertThat(permissions()).isEqualTo("rwxrw--w-");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder().unixMask(01000));
    }

    @Test
    void aSocketLeftBehindIsReplaced() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path()));
        }
        assertThat(path()).exists();
        try (FakeMemcached memcached = start()) {
            assertThat(sayLast("get nope\r\nquit\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void anyOtherFileIsInTheWay() throws IOException {
        Files.writeString(path(), "precious");
        assertThatIllegalStateException()
                .isThrownBy(this::start)
                .withMessageContaining("failed to listen on UNIX socket: " + path());
        assertThat(path()).hasContent("precious");
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        Path tooLong = folder.resolve("x".repeat(120));
        assertThatIllegalStateException()
                .isThrownBy(() -> FakeMemcached.builder().unixSocket(tooLong).start())
                .withMessageContaining("failed to listen on UNIX socket: " + tooLong)
                .withMessageContaining("some 100 bytes at most");
    }

    @Test
    void theFileGoesWithTheFakeAndComesBack() throws IOException {
        FakeMemcached memcached = start();
        memcached.stop();
        assertThat(path()).doesNotExist();
        memcached.restart();
        assertThat(sayLast("get nope\r\nquit\r\n")).isEqualTo("END\r\n");
        memcached.close();
        assertThat(path()).doesNotExist();
    }

    @Test
    void theSocketIsNeitherEncryptedNorEverIdle() throws IOException {
        try (FakeMemcached memcached = builder()
                        .tls(Tls.withTestCertificates())
                        .idleTimeout(Duration.ofSeconds(1))
                        .start();
                SocketChannel idle = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
            memcached.clock().advance(Duration.ofHours(1));
            assertThat(memcached.stats()).containsEntry("idle_kicks", "0");
            assertThat(sayLast(idle, "get nope\r\nquit\r\n")).isEqualTo("END\r\n");
        }
    }

    private FakeMemcached start() {
        return builder().start();
    }

    private FakeMemcachedBuilder builder() {
        return FakeMemcached.builder().unixSocket(path());
    }

    private Path path() {
        return folder.resolve("socket");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path()));
    }

    private String sayLast(String request) throws IOException {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
            return sayLast(client, request);
        }
    }

    private static String sayLast(SocketChannel client, String request) throws IOException {
        client.write(ISO_8859_1.encode(request));
        StringBuilder reply = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (client.read(buffer) >= 0) {
            reply.append(ISO_8859_1.decode(buffer.flip()));
            buffer.clear();
        }
        return reply.toString();
    }
}
