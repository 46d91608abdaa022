package io.github.fakecached;

import io.github.fakecached.internal.engine.ListenerSettings.Encryption;

/**
 * Whether a {@link Listener} of a fake that serves {@linkplain Tls TLS} speaks it.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .tls(Tls.withTestCertificates())
 *         .listeners(Listener.on("127.0.0.1"), Listener.on("127.0.0.1", 0).encryption(ListenerEncryption.NONE))
 *         .start();
 * }</pre>
 */
public enum ListenerEncryption {
    /** As the fake's other listeners; the default. */
    AS_SERVER(Encryption.AS_SERVER, ""),
    /** Plain text, as memcached's prefix {@code notls:}. */
    NONE(Encryption.NONE, "notls:"),
    /** TLS, without asking clients for certificates, as {@code btls:}. */
    WITHOUT_CLIENT_CERTIFICATE(Encryption.WITHOUT_CLIENT_CERTIFICATE, "btls:"),
    /** TLS, for clients with a good certificate only, as {@code mtls:}. */
    WITH_CLIENT_CERTIFICATE(Encryption.WITH_CLIENT_CERTIFICATE, "mtls:");

    private final Encryption encryption;
    private final String prefix;

    ListenerEncryption(Encryption encryption, String prefix) {
        this.encryption = encryption;
        this.prefix = prefix;
    }

    Encryption encryption() {
        return encryption;
    }

    /** What stands before an address in memcached's option {@code -l}. */
    String prefix() {
        return prefix;
    }
}
