package io.github.fakecached;

import io.github.fakecached.internal.tls.PemFile;
import io.github.fakecached.internal.tls.PrivateKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to trust a fake that serves TLS {@linkplain Tls#withTestCertificates() with test certificates}, and to be
 * trusted by it: as Java's {@link SSLContext}, and in PEM for clients that want files. All of it is public, so nothing but a test
 * may trust it. Safe for use by several threads.
 *
 * <pre>{@code
 * SSLSocketFactory trusting = TestCertificates.clientContext().getSocketFactory();
 * Files.writeString(folder.resolve("authority.pem"), TestCertificates.authorityPem()); // for a client that wants a file
 * }</pre>
 */
public final class TestCertificates {

    private static final String AUTHORITY = "authority.pem";
    private static final String SERVER = "server.pem";
    private static final String SERVER_KEY = "server.key";
    private static final String CLIENT = "client.pem";
    private static final String CLIENT_KEY = "client.key";
    private static final char[] NO_PASSWORD = {};

    private TestCertificates() {}

    /**
     * For a client without a certificate.
     *
     * @return a new context that trusts the fake
     */
    public static SSLContext clientContext() {
        return context(PemFile.resource(AUTHORITY), null);
    }

    /** For a client, without a certificate, of a server whose own certificates are in this file. */
    static SSLContext contextTrusting(Path chain) {
        return context(PemFile.file(chain), null);
    }

    /**
     * For a client with a certificate.
     *
     * @return a new context that trusts the fake, and has a certificate that the fake trusts
     */
    public static SSLContext clientContextWithCertificate() {
        try {
            PrivateKey key = Objects.requireNonNull(PrivateKeys.inPem(PemFile.resource(CLIENT_KEY)));
            X509Certificate[] chain = PemFile.resource(CLIENT).certificates().toArray(X509Certificate[]::new);
            KeyStore store = emptyStore();
            store.setKeyEntry("client", key, NO_PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            return context(PemFile.resource(AUTHORITY), keys.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw unexpected(e);
        }
    }

    /**
     * The certificate of who signed all others: who trusts it trusts the fake.
     *
     * @return PEM
     */
    public static String authorityPem() {
        return PemFile.resource(AUTHORITY).text();
    }

    /**
     * The certificate that the fake serves, so that a real server can be given it too, as memcached's {@code ssl_chain_cert}.
     *
     * @return PEM
     */
    public static String serverCertificatePem() {
        return PemFile.resource(SERVER).text();
    }

    /**
     * The private key of {@link #serverCertificatePem()}, as memcached's {@code ssl_key}.
     *
     * @return PEM, as PKCS#8 without a password
     */
    public static String serverKeyPem() {
        return PemFile.resource(SERVER_KEY).text();
    }

    /**
     * A certificate for a client.
     *
     * @return PEM
     */
    public static String clientCertificatePem() {
        return PemFile.resource(CLIENT).text();
    }

    /**
     * The private key of {@link #clientCertificatePem()}.
     *
     * @return PEM, as PKCS#8 without a password
     */
    public static String clientKeyPem() {
        return PemFile.resource(CLIENT_KEY).text();
    }

    private static SSLContext context(PemFile trusted, KeyManager @Nullable [] keys) {
        try {
            KeyStore store = emptyStore();
            for (X509Certificate certificate : trusted.certificates()) {
                store.setCertificateEntry(certificate.getSubjectX500Principal().getName(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unexpected(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw unexpected(e);
        }
        return store;
    }

    private static IllegalStateException unexpected(Exception cause) {
        return new IllegalStateException("this JVM cannot use the test certificates", cause);
    }
}
