package io.github.fakecached.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What memcached's options {@code ssl_...} say.
 *
 * @param enabled whether TLS is served at all
 * @param chainCert where the certificate chain is; null if that was not told, as for all that may be null here
 * @param key where the private key is
 * @param caCert where the certificates of those are who may sign certificates of clients
 * @param verifyMode what is wanted of certificates of clients
 * @param keyFormat {@link #PEM} or DER, as OpenSSL numbers them
 * @param ciphers a list as OpenSSL has them, for versions before TLS 1.3
 * @param wbufSize bytes; nothing depends on it
 * @param sessionCache whether sessions are kept to be resumed
 * @param kernelTls nothing depends on it
 * @param minVersion the oldest version of TLS that is spoken, 0 for 1.0 to 3 for 1.3
 */
public record TlsSettings(
        boolean enabled,
        @Nullable String chainCert,
        @Nullable String key,
        @Nullable String caCert,
        ClientVerification verifyMode,
        int keyFormat,
        @Nullable String ciphers,
        long wbufSize,
        boolean sessionCache,
        boolean kernelTls,
        int minVersion) {

    /** The format of keys that memcached expects unless told otherwise. */
    public static final int PEM = 1;

    public static final int DER = 2;

    /** No TLS, and memcached's defaults. */
    public static final TlsSettings OFF =
            new TlsSettings(false, null, null, null, ClientVerification.NONE, PEM, null, 16384, false, false, 2);

    /** What the name of a file begins with that is a resource of this library instead. */
    public static final String RESOURCE = "classpath:";

    /** What is wanted of certificates of clients; the numbers are OpenSSL's, which {@code stats settings} shows. */
    public enum ClientVerification {
        NONE(0),
        REQUEST(1),
        REQUIRE(3),
        ONCE(7);

        private final int number;

        ClientVerification(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** memcached's name of the oldest version that is spoken. */
    String minVersionName() {
        return "tlsv1." + minVersion;
    }
}
