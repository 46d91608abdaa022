package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with the fake's own certificates: who is served, what is counted, and that the two protocols go through it unchanged. */
class TlsTest {

    private FakeMemcached memcached =
            FakeMemcached.builder().tls(Tls.withTestCertificates()).start();

    @AfterEach
    void close() {
        memcached.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientThatTrustsTheTestCertificatesIsServed(String version) throws IOException {
        try (TlsConversation client = new TlsConversation(memcached.address(), TestCertificates.clientContext())) {
            client.speak(version);
            assertThat(client.say("set a 0 0 1\r\n1\r\nget a\r\n")).isEqualTo("STORED\r\nVALUE a 0 1\r\n1\r\nEND\r\n");
        }
        assertThat(memcached.stats()).containsEntry("ssl_handshake_errors", "0").containsEntry("ssl_proto_errors", "0");
    }

    @Test
    void aClientThatDoesNotTrustThemIsNot() throws Exception {
        try (TlsConversation client = new TlsConversation(memcached.address(), SSLContext.getDefault())) {
            assertThatThrownBy(() -> client.say("version\r\n")).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void valuesLargerThanARecordOfTlsComeWhole() throws IOException {
        String value = "v".repeat(1_000_000);
        try (TlsConversation client = client()) {
            assertThat(client.say("set a 0 0 1000000\r\n" + value + "\r\nget a\r\n"))
                    .isEqualTo("STORED\r\nVALUE a 0 1000000\r\n" + value + "\r\nEND\r\n");
        }
    }

    @Test
    void bytesAreCountedAsTheyAreBeforeEncryption() throws IOException {
        try (TlsConversation client = client()) {
            client.say("");
        }
        assertThat(memcached.stats()).containsEntry("bytes_read", "9").containsEntry("bytes_written", "16");
    }

    @Test
    void quitEndsTheConnectionInOrder() throws IOException {
        try (TlsConversation client = client()) {
            assertThat(client.sayLast("get nope\r\nquit\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void plainTextIsHungUpOn() throws IOException {
        try (TextConversation plain = new TextConversation(memcached.address())) {
            assertThat(plain.sayLast("version\r\n")).isEmpty();
        }
        assertThat(memcached.stats()).containsEntry("ssl_handshake_errors", "1").containsEntry("ssl_proto_errors", "0");
        try (TlsConversation client = client()) {
            assertThat(client.say("get nope\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void garbageBehindAHandshakeIsHungUpOn() throws IOException {
        try (TlsConversation client = client()) {
            client.say("");
            client.sendUnencrypted("\u0017\u0003\u0003\u0000\u0020" + "x".repeat(32));
            assertThat(client.isCutOff()).isTrue();
        }
        assertThat(memcached.stats()).containsEntry("ssl_proto_errors", "1");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRE", "ONCE"})
    void aClientWithoutACertificateIsTurnedAwayWhereOneIsRequired(VerifyMode mode) throws IOException {
        restartWith(Tls.withTestCertificates().verifyMode(mode));
        try (TlsConversation without = client();
                TlsConversation with = clientWithCertificate()) {
            assertThatThrownBy(() -> without.say("")).isInstanceOf(IOException.class);
            assertThat(with.say("get nope\r\n")).isEqualTo("END\r\n");
        }
        assertThat(memcached.stats()).containsEntry("ssl_proto_errors", "1");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "REQUEST"})
    void aClientWithoutACertificateIsServedWhereNoneIsRequired(VerifyMode mode) throws IOException {
        restartWith(Tls.withTestCertificates().verifyMode(mode));
        try (TlsConversation client = client()) {
            assertThat(client.say("get nope\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void anOldVersionIsTurnedAway() throws IOException {
        restartWith(Tls.withTestCertificates().minVersion("TLSv1.3"));
        try (TlsConversation older = client()) {
            older.speak("TLSv1.2");
            assertThatThrownBy(() -> older.say("")).isInstanceOf(IOException.class);
        }
        try (TlsConversation newer = client()) {
            assertThat(newer.say("get nope\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void onlyTheNamedCiphersAreSpoken() throws IOException {
        restartWith(Tls.withTestCertificates().ciphers("ECDHE-RSA-AES128-GCM-SHA256"));
        try (TlsConversation client = client()) {
            client.speak("TLSv1.2");
            client.say("");
            assertThat(client.cipher()).isEqualTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeMemcached.builder()
                        .tls(Tls.withTestCertificates().ciphers("nonsense"))
                        .start())
                .withMessage("Error setting the provided cipher(s): nonsense");
    }

    @Test
    void anIdleConnectionIsClosedWhetherOrNotItHasShakenHands() throws IOException {
        memcached.close();
        memcached = FakeMemcached.builder()
                .tls(Tls.withTestCertificates())
                .idleTimeout(Duration.ofSeconds(5))
                .start();
        memcached.clock().pause();
        try (TlsConversation client = client();
                TextConversation silent = new TextConversation(memcached.address())) {
            client.say("");
            memcached.clock().advance(Duration.ofSeconds(6));
            assertThat(client.sayLast("")).isEmpty();
            assertThat(silent.sayLast("")).isEmpty();
        }
    }

    @Test
    void refreshCertsTellsWhetherThereIsTls() throws IOException {
        memcached.clock().pause();
        memcached.clock().advance(Duration.ofSeconds(100));
        long age = age();
        try (TlsConversation client = client()) {
            assertThat(client.say("refresh_certs\r\n refresh_certs x y\r\nrefresh_certs noreply\r\n"))
                    .isEqualTo("OK\r\nOK\r\n");
        }
        assertThat(age).isGreaterThanOrEqualTo(162);
        assertThat(age()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void withoutTlsThereAreNoCertificatesToRefresh(MemcachedVersion version) throws IOException {
        try (FakeMemcached plain = FakeMemcached.builder().version(version).start();
                TextConversation client = new TextConversation(plain.address())) {
            assertThat(client.say("refresh_certs\r\nrefresh_certs noreply\r\n"))
                    .isEqualTo("Error TLS not enabled\r\nError TLS not enabled\r\n");
            assertThat(plain.stats()).doesNotContainKey("ssl_handshake_errors");
        }
    }

    @Test
    void statisticsHaveTheNamesAndTheOrderOfMemcached() throws IOException {
        restartWith(
                Tls.withTestCertificates().sessionCache(true).kernelTls(true).writeBuffer(32));
        try (TlsConversation client = client()) {
            assertThat(client.say("stats\r\n"))
                    .contains("STAT log_watchers 0\r\nSTAT ssl_new_sessions 2\r\nSTAT ssl_handshake_errors 0\r\n"
                            + "STAT ssl_proto_errors 0\r\nSTAT time_since_server_cert_refresh ")
                    .contains("\r\nSTAT unexpected_napi_ids 0\r\n");
            assertThat(client.say("stats settings\r\n"))
                    .contains("STAT ssl_enabled yes\r\nSTAT ssl_chain_cert classpath:server.pem\r\n"
                            + "STAT ssl_key classpath:server.key\r\nSTAT ssl_verify_mode 0\r\nSTAT ssl_keyformat 1\r\n"
                            + "STAT ssl_ciphers NULL\r\nSTAT ssl_ca_cert classpath:authority.pem\r\n"
                            + "STAT ssl_wbuf_size 32768\r\nSTAT ssl_session_cache yes\r\nSTAT ssl_kernel_tls yes\r\n"
                            + "STAT ssl_min_version tlsv1.2\r\n");
        }
    }

    @Test
    void before1640OnlyErrorsOfTheFirstBytesAreCounted() {
        try (FakeMemcached older = FakeMemcached.builder()
                .version(MemcachedVersion.V1_6_18)
                .tls(Tls.withTestCertificates())
                .start()) {
            assertThat(older.stats())
                    .containsKey("ssl_handshake_errors")
                    .containsKey("time_since_server_cert_refresh")
                    .doesNotContainKeys("ssl_proto_errors", "ssl_new_sessions");
        }
    }

    private long age() {
        return Long.parseLong(memcached.stats().get("time_since_server_cert_refresh"));
    }

    private void restartWith(Tls tls) {
        memcached.close();
        memcached = FakeMemcached.builder().tls(tls).start();
    }

    private TlsConversation client() throws IOException {
        return new TlsConversation(memcached.address(), TestCertificates.clientContext());
    }

    private TlsConversation clientWithCertificate() throws IOException {
        return new TlsConversation(memcached.address(), TestCertificates.clientContextWithCertificate());
    }
}
