package io.github.fakecached;

import io.github.fakecached.internal.engine.TlsSettings.ClientVerification;

/**
 * What a fake that serves TLS wants of certificates of clients, as memcached's option {@code ssl_verify_mode}.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .tls(Tls.withTestCertificates().verifyMode(VerifyMode.REQUIRE))
 *         .start();
 * SSLContext welcome = TestCertificates.clientContextWithCertificate();
 * }</pre>
 */
public enum VerifyMode {
    /** Asks for none; mode 0, the default. */
    NONE(ClientVerification.NONE),
    /** Asks for one, and serves clients without, but none whose certificate is bad; mode 1. */
    REQUEST(ClientVerification.REQUEST),
    /** Serves only clients with a good certificate; mode 2. */
    REQUIRE(ClientVerification.REQUIRE),
    /** The same as {@link #REQUIRE} to clients of today; mode 3. */
    ONCE(ClientVerification.ONCE);

    private final ClientVerification verification;

    VerifyMode(ClientVerification verification) {
        this.verification = verification;
    }

    ClientVerification verification() {
        return verification;
    }
}
