package io.github.fakecached.cli;

import io.github.fakecached.Tls;
import io.github.fakecached.VerifyMode;
import java.nio.file.Path;
import java.util.List;

/** How TLS is served, by the suboptions {@code ssl_...} of {@code -o}. */
final class TlsOptions {

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final List<VerifyMode> MODES =
            List.of(VerifyMode.NONE, VerifyMode.REQUEST, VerifyMode.REQUIRE, VerifyMode.ONCE);
    private static final String NULL = "(null) : error:0A0C0102:SSL routines::passed a null parameter";

    private TlsOptions() {}

    static Tls read(GivenOptions given, ExtendedOptions extended) {
        if (given.number(MemcachedOption.PORT, 1) == 0) {
            throw Refusal.ofUse("ERROR: You cannot enable SSL without a TCP port. Use -p -1 for any free one.");
        }
        Tls tls = Tls.withFiles(
                file(extended, ExtendedOption.SSL_CHAIN_CERT, "the certificate chain"),
                file(extended, ExtendedOption.SSL_KEY, "the key"));
        extended.text(ExtendedOption.SSL_CA_CERT).map(Path::of).ifPresent(tls::clientAuthority);
        extended.number(ExtendedOption.SSL_VERIFY_MODE).map(MODES::get).ifPresent(tls::verifyMode);
        extended.number(ExtendedOption.SSL_MIN_VERSION).map(VERSIONS::get).ifPresent(tls::minVersion);
        extended.text(ExtendedOption.SSL_CIPHERS).ifPresent(tls::ciphers);
        extended.number(ExtendedOption.SSL_KEYFORMAT).ifPresent(tls::keyFormat);
        extended.number(ExtendedOption.SSL_WBUF_SIZE).ifPresent(tls::writeBuffer);
        return tls.sessionCache(extended.has(ExtendedOption.SSL_SESSION_CACHE))
                .kernelTls(extended.has(ExtendedOption.SSL_KERNEL_TLS));
    }

    private static Path file(ExtendedOptions extended, ExtendedOption option, String what) {
        return extended.text(option)
                .map(Path::of)
                .orElseThrow(
                        () -> Refusal.ofUse("Error loading " + what + ": " + NULL + ": give -o " + option + "=<file>"));
    }
}
