package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with certificates in files: which are taken, which are refused and how, and reading them anew. */
class TlsFilesTest {

    @TempDir
    private Path folder;

    private Path chain;
    private Path key;

    @BeforeEach
    void writeFiles() throws IOException {
        chain = file("chain.pem", resource("server.pem"));
        key = file("key.pem", resource("server.key"));
    }

    @Test
    void certificatesInFilesAreServed() throws IOException {
        assertServed(Tls.withFiles(chain, key));
    }

    @Test
    void aKeyInDerIsServed() throws IOException {
        Path der = Files.write(folder.resolve("key.der"), der(resource("server.key")));
        assertServed(Tls.withFiles(chain, der).keyFormat(2));
    }

    @Test
    void aKeyOfRsaInItsOwnFormatIsServed() throws IOException {
        byte[] pkcs8 = der(resource("server.key"));
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertServed(Tls.withFiles(
                chain,
                file(
                        "rsa.pem",
                        "-----BEGIN RSA PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder().encodeToString(pkcs1)
                                + "\n-----END RSA PRIVATE KEY-----\n")));
    }

    @Test
    void chainAndKeyMayBeInOneFile() throws IOException {
        Path both = file("both.pem", resource("server.key") + resource("server.pem"));
        assertServed(Tls.withFiles(both, both));
    }

    @Test
    void aFileThatIsNotThereIsToldInTheWordsOfMemcached() {
        Path none = folder.resolve("none");
        String reason = " : error:80000002:system library::No such file or directory";
        assertRefused(Tls.withFiles(none, key), "Error loading the certificate chain: " + none + reason);
        assertRefused(Tls.withFiles(chain, none), "Error loading the key: " + none + reason);
        assertRefused(
                Tls.withFiles(chain, key).clientAuthority(none), "Error loading the CA certificate: " + none + reason);
    }

    @Test
    void aFileWithoutWhatItShouldHoldIsToldInTheWordsOfMemcached() {
        assertRefused(
                Tls.withFiles(key, key),
                "Error loading the certificate chain: " + key + " : error:0480006C:PEM routines::no start line");
        assertRefused(
                Tls.withFiles(chain, chain),
                "Error loading the key: " + chain + " : error:1E08010C:DECODER routines::unsupported");
        assertRefused(
                Tls.withFiles(chain, key).clientAuthority(key),
                "Error loading the CA certificate: " + key
                        + " : error:05800088:x509 certificate routines::no certificate or crl found");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException {
        Path other = file("other.pem", TestCertificates.clientKeyPem());
        assertRefused(
                Tls.withFiles(chain, other),
                "Error loading the key: " + other + " : error:05800074:x509 certificate routines::key values mismatch");
    }

    @Test
    void withoutAnAuthorityNoCertificateOfAClientIsGood() throws IOException {
        assertThatThrownBy(() -> serve(Tls.withFiles(chain, key).verifyMode(VerifyMode.REQUIRE)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> serve(Tls.withFiles(chain, key).verifyMode(VerifyMode.REQUEST)))
                .isInstanceOf(IOException.class);
        Path authority = file("authority.pem", TestCertificates.authorityPem());
        assertServed(Tls.withFiles(chain, key).verifyMode(VerifyMode.REQUIRE).clientAuthority(authority));
    }

    @Test
    void refreshedCertificatesAreForNewConnections() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().tls(Tls.withFiles(chain, key)).start();
                TlsConversation before = new TlsConversation(memcached.address(), TestCertificates.clientContext())) {
            before.say("");
            // a certificate that is not one for localhost, so that a client can tell
            Files.writeString(chain, TestCertificates.clientCertificatePem());
            assertThat(before.say("refresh_certs noreply\r\n"))
                    .isEqualTo("Error loading the key: " + key
                            + " : error:05800074:x509 certificate routines::key values mismatch\r\n");
            assertThat(canConnect(memcached)).isTrue();
            Files.writeString(key, TestCertificates.clientKeyPem());
            assertThat(before.say("refresh_certs\r\n")).isEqualTo("OK\r\n");
            assertThat(canConnect(memcached)).isFalse();
            assertThat(before.say("get nope\r\n")).isEqualTo("END\r\n");
        }
    }

    private static boolean canConnect(FakeMemcached memcached) {
        try (TlsConversation client = new TlsConversation(memcached.address(), TestCertificates.clientContext())) {
            client.say("");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertServed(Tls tls) throws IOException {
        assertThat(serve(tls)).isEqualTo("END\r\n");
    }

    private static String serve(Tls tls) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().tls(tls).start();
                TlsConversation client =
                        new TlsConversation(memcached.address(), TestCertificates.clientContextWithCertificate())) {
            return client.say("get nope\r\n");
        }
    }

    private static void assertRefused(Tls tls, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder().tls(tls).start())
                .withMessage(message);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] der(String pem) {
        String base64 = pem.substring(pem.indexOf("-----BEGIN"))
                .lines()
                .filter(line -> !line.startsWith("-"))
                .reduce("", String::concat);
        return Base64.getDecoder().decode(base64);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TlsFilesTest.class.getResourceAsStream("/io/github/fakecached/internal/tls/" + name))) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }
}
