package io.github.fakecached;

import io.github.fakecached.internal.engine.TlsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a fake serves TLS, as memcached with {@code -Z} and its options {@code ssl_...}. With certificates of its own, no files are
 * needed:
 *
 * <pre>{@code
 * try (FakeMemcached memcached = FakeMemcached.builder().tls(Tls.withTestCertificates()).start()) {
 *     Socket client = TestCertificates.clientContext().getSocketFactory().createSocket("localhost", memcached.port());
 * }
 * }</pre>
 *
 * <p>Settings are made before the fake is started. Not for use by several threads at once.
 */
public final class Tls {

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final int KIB = 1024;

    private final String chain;
    private final String key;
    private @Nullable String authority;
    private VerifyMode verifyMode = VerifyMode.NONE;
    private int keyFormat = TlsSettings.PEM;
    private @Nullable String ciphers;
    private long writeBuffer = 16L * KIB;
    private boolean sessionCache;
    private boolean kernelTls;
    private int minVersion = VERSIONS.indexOf("TLSv1.2");

    private Tls(String chain, String key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * TLS with certificates that come with the fake, for {@code localhost}, {@code 127.0.0.1} and {@code ::1}, valid until the
     * year 2120. {@link TestCertificates} has what a client needs. Their private key is in the jar for everybody to read, so
     * they protect nothing.
     *
     * @return TLS 1.2 and later
     */
    public static Tls withTestCertificates() {
        Tls tls = new Tls(TlsSettings.RESOURCE + "server.pem", TlsSettings.RESOURCE + "server.key");
        tls.authority = TlsSettings.RESOURCE + "authority.pem";
        return tls;
    }

    /**
     * TLS with the certificates in files, which are read when the fake is made, and again at the command
     * {@code refresh_certs}.
     *
     * @param chain certificates in PEM, the server's first, as memcached's option {@code ssl_chain_cert}
     * @param key its private key, in PEM as PKCS#8 or, of RSA, as PKCS#1, without a password; as {@code ssl_key}
     * @return TLS 1.2 and later
     */
    public static Tls withFiles(Path chain, Path key) {
        return new Tls(chain.toString(), key.toString());
    }

    /**
     * What is wanted of certificates of clients, as memcached's option {@code ssl_verify_mode}. A good one is signed by an
     * {@linkplain #clientAuthority authority}; with the test certificates that is the one of {@link TestCertificates}.
     *
     * @param mode {@link VerifyMode#NONE} by default
     * @return this
     */
    public Tls verifyMode(VerifyMode mode) {
        this.verifyMode = Objects.requireNonNull(mode, "mode");
        return this;
    }

    /**
     * Who may sign certificates of clients, as memcached's option {@code ssl_ca_cert}. Without any, none is good.
     *
     * @param certificates a file of certificates in PEM
     * @return this
     */
    public Tls clientAuthority(Path certificates) {
        this.authority = certificates.toString();
        return this;
    }

    /**
     * The oldest version that is spoken, as memcached's option {@code ssl_min_version}. Java by itself refuses TLS 1.0 and 1.1,
     * whatever is said here, unless its security properties are changed.
     *
     * @param version {@code TLSv1}, {@code TLSv1.1}, {@code TLSv1.2} (the default) or {@code TLSv1.3}
     * @return this
     * @throws IllegalArgumentException if it is none of them
     */
    public Tls minVersion(String version) {
        int index = VERSIONS.indexOf(version);
        require(index >= 0, "a version of TLS is one of " + VERSIONS + ", not " + version);
        this.minVersion = index;
        return this;
    }

    /**
     * The ciphers for TLS 1.2 and before, as memcached's option {@code ssl_ciphers}.
     *
     * @param list OpenSSL's names with colons between them; any that Java supports by default
     * @return this
     */
    public Tls ciphers(String list) {
        this.ciphers = Objects.requireNonNull(list, "list");
        return this;
    }

    /**
     * The format of the private key, as memcached's option {@code ssl_keyformat}.
     *
     * @param format 1 for PEM, the default, or 2 for DER (PKCS#8)
     * @return this
     * @throws IllegalArgumentException if it is neither
     */
    public Tls keyFormat(int format) {
        require(
                format == TlsSettings.PEM || format == TlsSettings.DER,
                "a key is in PEM (1) or DER (2), not " + format);
        this.keyFormat = format;
        return this;
    }

    /**
     * Whether statistics count new sessions, as with memcached's option {@code ssl_session_cache}. Clients can resume sessions
     * in any case.
     *
     * @param enabled false by default
     * @return this
     */
    public Tls sessionCache(boolean enabled) {
        this.sessionCache = enabled;
        return this;
    }

    /**
     * The size of a buffer that statistics tell of, as memcached's option {@code ssl_wbuf_size}. The fake has no such buffer.
     *
     * @param kilobytes 16 by default
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Tls writeBuffer(int kilobytes) {
        require(kilobytes >= 0, "a buffer is 0 kilobytes or more, not " + kilobytes);
        this.writeBuffer = kilobytes * (long) KIB;
        return this;
    }

    /**
     * Whether statistics tell that the kernel encrypts, as memcached's option {@code ssl_kernel_tls}. Java always does itself.
     *
     * @param enabled false by default
     * @return this
     */
    public Tls kernelTls(boolean enabled) {
        this.kernelTls = enabled;
        return this;
    }

    TlsSettings settings() {
        return new TlsSettings(
                true,
                chain,
                key,
                authority,
                verifyMode.verification(),
                keyFormat,
                ciphers,
                writeBuffer,
                sessionCache,
                kernelTls,
                minVersion);
    }

    /** What trusts a server with these settings, and is trusted by it as far as that is known. */
    static SSLContext clientContext(TlsSettings server) {
        String chain = Objects.requireNonNull(server.chainCert());
        return chain.startsWith(TlsSettings.RESOURCE)
                ? TestCertificates.clientContextWithCertificate()
                : TestCertificates.contextTrusting(Path.of(chain));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
