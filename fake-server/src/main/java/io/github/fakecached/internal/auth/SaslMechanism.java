package io.github.fakecached.internal.auth;

import java.util.Locale;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** One attempt to sign in by SASL, as the server sees it. What it asks and what it accepts is as Cyrus SASL has it. */
public interface SaslMechanism {

    /** The names of those there are, as memcached lists them. */
    String NAMES = "PLAIN CRAM-MD5";

    /**
     * Takes what the client says first, which may be nothing.
     *
     * @return what the client has to answer; null if it is signed in
     * @throws SaslException if it is not
     */
    byte @Nullable [] start(byte[] response) throws SaslException;

    /**
     * Takes what the client says next.
     *
     * @throws SaslException if that is not enough to sign it in
     */
    void step(byte[] response) throws SaslException;

    /** An attempt by a mechanism, whose name may be in any case; nothing if there is none of that name. */
    static Optional<SaslMechanism> named(String name, CredentialSource users) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> Optional.of(new Plain(users));
            case "CRAM-MD5" -> Optional.of(new CramMd5(users));
            default -> Optional.empty();
        };
    }
}
