package io.github.fakecached.internal.auth;

import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.jspecify.annotations.Nullable;

/** CRAM-MD5 (RFC 2195): the client proves that it knows the password without sending it. Java's own; it knows no users. */
final class CramMd5 implements SaslMechanism {

    private static final String NAME = "CRAM-MD5";
    private static final byte[] NOTHING = {};

    private final CredentialSource users;
    private final SaslServer server;
    private boolean done;

    CramMd5(CredentialSource users) {
        this.users = users;
        try {
            this.server = Sasl.createSaslServer(NAME, "memcached", "localhost", Map.of(), this::answer);
        } catch (SaslException e) {
            throw new IllegalStateException("this Java has no " + NAME, e);
        }
    }

    @Override
    public byte @Nullable [] start(byte[] response) throws SaslException {
        if (response.length > 0) {
            throw new SaslException("the client speaks first");
        }
        return server.evaluateResponse(NOTHING);
    }

    @Override
    public void step(byte[] response) throws SaslException {
        if (done) {
            throw new SaslException("once only");
        }
        done = true;
        server.evaluateResponse(response);
    }

    private void answer(Callback[] questions) {
        String user = "";
        for (Callback question : questions) {
            if (question instanceof NameCallback name) {
                user = name.getDefaultName();
            } else if (question instanceof PasswordCallback password) {
                users.credentials().passwordOf(user).map(String::toCharArray).ifPresent(password::setPassword);
            } else if (question instanceof AuthorizeCallback authorize) {
                authorize.setAuthorized(true);
            }
        }
    }
}
