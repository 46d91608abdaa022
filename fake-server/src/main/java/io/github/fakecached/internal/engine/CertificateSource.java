package io.github.fakecached.internal.engine;

import org.jspecify.annotations.Nullable;

/** Whoever holds the server's certificates, for {@code refresh_certs}. */
public interface CertificateSource {

    /** A server without TLS has none. */
    CertificateSource NONE = () -> "Error TLS not enabled";

    /** Reads the certificates anew, for connections to come; null if that is done, else why not, in memcached's words. */
    @Nullable
    String refresh();
}
