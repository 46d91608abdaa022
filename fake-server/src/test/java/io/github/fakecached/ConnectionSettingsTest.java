package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.PasswordAuthentication;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fake tells clients what they have to know to be served. */
class ConnectionSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void aPlainFakeWantsNothingOfItsClients() {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            ConnectionSettings settings = memcached.connectionSettings();

            assertThat(settings).isEqualTo(ConnectionSettings.of(memcached.addresses()));
            assertThat(settings.servers()).containsExactly(memcached.address());
            assertThat(settings.protocol()).isEqualTo(BindingProtocol.AUTO);
        }
    }

    @Test
    void theProtocolIsTheOneThatIsServed() {
        assertThat(settings(FakeMemcached.builder().bindingProtocol(BindingProtocol.ASCII))
                        .protocol())
                .isEqualTo(BindingProtocol.ASCII);
        assertThat(settings(FakeMemcached.builder().bindingProtocol(BindingProtocol.BINARY))
                        .protocol())
                .isEqualTo(BindingProtocol.BINARY);
        assertThat(settings(FakeMemcached.builder()
                                .listeners(
                                        Listener.on("127.0.0.1").protocol(BindingProtocol.BINARY),
                                        Listener.on("127.0.0.1")))
                        .protocol())
                .isEqualTo(BindingProtocol.BINARY);
    }

    @Test
    void theFirstUserIsTheOneToSignInAs() {
        FakeMemcachedBuilder sasl =
                FakeMemcached.builder().saslUser("jürgen", "gehëim").saslUser("anne", "secret");
        FakeMemcachedBuilder text = FakeMemcached.builder().textUser("anne", "secret");

        assertUser(sasl, BindingProtocol.BINARY, "jürgen", "gehëim");
        assertUser(text, BindingProtocol.ASCII, "anne", "secret");
    }

    @Test
    void usersInFilesAreToldToo() throws IOException {
        Path users = Files.writeString(folder.resolve("users"), "anne:secret:realm\n");

        assertUser(FakeMemcached.builder().saslPasswordFile(users), BindingProtocol.BINARY, "anne", "secret");
        assertUser(FakeMemcached.builder().authFile(users), BindingProtocol.ASCII, "anne", "secret:realm");
    }

    @Test
    void certificatesComeWithTls() throws Exception {
        assertConnects(FakeMemcached.builder().tls(Tls.withTestCertificates().verifyMode(VerifyMode.REQUIRE)));
    }

    @Test
    void certificatesInFilesAreTrusted() throws Exception {
        assertConnects(FakeMemcached.builder().tls(Tls.withFiles(file("server.pem"), file("server.key"))));
    }

    @Test
    void aListenerWithoutTlsNeedsNoCertificates() {
        assertThat(settings(FakeMemcached.builder()
                                .tls(Tls.withTestCertificates())
                                .listeners(Listener.on("127.0.0.1").encryption(ListenerEncryption.NONE)))
                        .tls())
                .isEmpty();
    }

    @Test
    void aUnixSocketHasNoAddress() {
        ConnectionSettings settings = settings(
                FakeMemcached.builder().unixSocket(folder.resolve("socket")).tls(Tls.withTestCertificates()));

        assertThat(settings.servers()).isEmpty();
        assertThat(settings.tls()).isEmpty();
    }

    private static ConnectionSettings settings(FakeMemcachedBuilder builder) {
        try (FakeMemcached memcached = builder.start()) {
            return memcached.connectionSettings();
        }
    }

    private static void assertUser(
            FakeMemcachedBuilder builder, BindingProtocol protocol, String name, String password) {
        ConnectionSettings settings = settings(builder);
        PasswordAuthentication user = settings.user().orElseThrow();

        assertThat(settings.protocol()).isEqualTo(protocol);
        assertThat(user.getUserName()).isEqualTo(name);
        assertThat(new String(user.getPassword())).isEqualTo(password);
    }

    private static void assertConnects(FakeMemcachedBuilder builder) throws IOException {
        try (FakeMemcached memcached = builder.start();
                SSLSocket client = (SSLSocket) memcached
                        .connectionSettings()
                        .tls()
                        .orElseThrow()
                        .getSocketFactory()
                        .createSocket("localhost", memcached.port())) {
            client.setSoTimeout(5000);
            client.getOutputStream().write("mn\r\n".getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(4))).isEqualTo("MN\r\n");
        }
    }

    private Path file(String resource) throws IOException {
        try (var in = Tls.class.getResourceAsStream("internal/tls/" + resource)) {
            return Files.write(folder.resolve(resource), in.readAllBytes());
        }
    }
}
