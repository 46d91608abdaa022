package io.github.fakecached.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/**
 * PLAIN: whom to act as (may be empty), user and password, with NULs between (RFC 4616). After a wrong password the client may
 * try again, until it was right once. To act as somebody else is refused.
 */
final class Plain implements SaslMechanism {

    private static final byte[] GO_ON = {};

    private final CredentialSource users;
    private boolean done;

    Plain(CredentialSource users) {
        this.users = users;
    }

    @Override
    public byte @Nullable [] start(byte[] response) throws SaslException {
        if (response.length == 0) {
            return GO_ON;
        }
        step(response);
        return null;
    }

    @Override
    public void step(byte[] response) throws SaslException {
        String[] parts = new String(response, ISO_8859_1).split("\0", 3);
        if (done || parts.length < 3 || !isSignIn(parts[0], parts[1], parts[2])) {
            throw new SaslException("PLAIN failed");
        }
        done = true;
    }

    private boolean isSignIn(String actAs, String user, String password) {
        return (actAs.isEmpty() || actAs.equals(user)) && users.credentials().admit(user, password);
    }
}
