package io.github.fakecached.internal.tls;

import io.github.fakecached.internal.engine.CertificateSource;
import io.github.fakecached.internal.engine.ListenerSettings.Encryption;
import io.github.fakecached.internal.engine.TlsSettings;
import io.github.fakecached.internal.engine.TlsSettings.ClientVerification;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The TLS of a node: its certificates, which can be read anew for connections to come, and a handler for each connection.
 * Messages about certificates are memcached's, with the codes of OpenSSL that come with them there.
 */
public final class ServerTls implements CertificateSource {

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private final TlsSettings settings;
    private final String chainFile;
    private final String keyFile;
    private volatile SslContext context;

    /** Reads the certificates. */
    public ServerTls(TlsSettings settings) throws BadCertificate {
        this.settings = settings;
        this.chainFile = Objects.requireNonNull(settings.chainCert(), "TLS without a certificate");
        this.keyFile = Objects.requireNonNull(settings.key(), "TLS without a key");
        this.context = read();
    }

    @Override
    public @Nullable String refresh() {
        try {
            context = read();
            return null;
        } catch (BadCertificate e) {
            return e.getMessage();
        }
    }

    /** A handler that encrypts one connection of a listener. */
    public SslHandler handler(ByteBufAllocator allocator, Encryption encryption) {
        SslHandler handler = context.newHandler(allocator);
        SSLEngine engine = handler.engine();
        switch (verificationBy(encryption)) {
            case NONE -> engine.setWantClientAuth(false);
            case REQUEST -> engine.setWantClientAuth(true);
            case REQUIRE, ONCE -> engine.setNeedClientAuth(true);
        }
        handler.setHandshakeTimeoutMillis(0); // memcached waits as long as the client likes
        return handler;
    }

    private ClientVerification verificationBy(Encryption encryption) {
        return switch (encryption) {
            case WITHOUT_CLIENT_CERTIFICATE, NONE -> ClientVerification.NONE;
            case WITH_CLIENT_CERTIFICATE -> ClientVerification.REQUIRE;
            case AS_SERVER -> settings.verifyMode();
        };
    }

    private SslContext read() throws BadCertificate {
        List<X509Certificate> chain = chain();
        PrivateKey key = key(chain.get(0));
        SslContextBuilder builder = SslContextBuilder.forServer(key, chain.toArray(X509Certificate[]::new))
                .sslProvider(SslProvider.JDK)
                .clientAuth(ClientAuth.NONE)
                .protocols(VERSIONS.subList(settings.minVersion(), VERSIONS.size()));
        if (settings.caCert() == null) {
            builder.trustManager(new NobodyTrusted());
        } else {
            builder.trustManager(authorities(settings.caCert()).toArray(X509Certificate[]::new));
        }
        try {
            if (settings.ciphers() != null) {
                builder.ciphers(ciphers(settings.ciphers(), builder));
            }
            return builder.build();
        } catch (SSLException e) {
            throw new BadCertificate("Error validating the certificate: " + e.getMessage());
        }
    }

    private List<X509Certificate> chain() throws BadCertificate {
        String action = "Error loading the certificate chain";
        List<X509Certificate> chain = PemFile.read(chainFile, action).certificates();
        if (chain.isEmpty()) {
            throw new BadCertificate(action + ": " + chainFile + " : error:0480006C:PEM routines::no start line");
        }
        return chain;
    }

    private PrivateKey key(X509Certificate certificate) throws BadCertificate {
        String action = "Error loading the key";
        PemFile file = PemFile.read(keyFile, action);
        PrivateKey key =
                settings.keyFormat() == TlsSettings.PEM ? PrivateKeys.inPem(file) : PrivateKeys.ofPkcs8(file.bytes());
        if (key == null) {
            throw new BadCertificate(action + ": " + keyFile + " : error:1E08010C:DECODER routines::unsupported");
        }
        if (!PrivateKeys.match(key, certificate)) {
            throw new BadCertificate(
                    action + ": " + keyFile + " : error:05800074:x509 certificate routines::key values mismatch");
        }
        return key;
    }

    private static List<X509Certificate> authorities(String location) throws BadCertificate {
        String action = "Error loading the CA certificate";
        List<X509Certificate> authorities = PemFile.read(location, action).certificates();
        if (authorities.isEmpty()) {
            throw new BadCertificate(action + ": " + location
                    + " : error:05800088:x509 certificate routines::no certificate or crl found");
        }
        return authorities;
    }

    private static List<String> ciphers(String list, SslContextBuilder builder) throws BadCertificate, SSLException {
        List<String> ciphers = CipherList.of(list, builder.build().cipherSuites());
        if (ciphers.isEmpty()) {
            throw new BadCertificate("Error setting the provided cipher(s): " + list);
        }
        return ciphers;
    }
}
