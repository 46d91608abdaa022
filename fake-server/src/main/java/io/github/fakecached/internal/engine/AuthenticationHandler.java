package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.auth.CredentialSource;
import io.github.fakecached.internal.auth.SaslMechanism;
import io.github.fakecached.internal.command.AuthenticationCommand;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.StoreRules;
import java.util.Arrays;
import java.util.Objects;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/**
 * Signs clients in. In SASL every attempt, and even the question for the mechanisms, signs the client out first
 * (init_sasl_conn in proto_bin.c). Cyrus SASL has no second attempt after one that was right: it fails, whatever it says, and only
 * then there is a fresh one.
 */
final class AuthenticationHandler {

    /** memcached keeps what a client says in an item, which may not be one of several chunks. */
    private static final int ITEM_MAX = 512 * 1024;

    private final ServerSettings settings;
    private final StoreRules rules;
    private final Counters counters;

    AuthenticationHandler(ServerSettings settings, StoreRules rules, Counters counters) {
        this.settings = settings;
        this.rules = rules;
        this.counters = counters;
    }

    /** The answer to an attempt that is refused before its data has come; null if it is welcome. */
    @Nullable
    Reply refuse(AuthenticationCommand.Authenticate attempt) {
        return rules.sizeOf(attempt.keyLength(), 0, attempt.length()) > ITEM_MAX
                ? new Reply.Failure(CommandError.AUTH_TOKEN_TOO_LONG)
                : null;
    }

    Reply execute(AuthenticationCommand command, Session session) {
        if (command instanceof AuthenticationCommand.Authenticate attempt) {
            return authenticate(attempt, session);
        } else if (command instanceof AuthenticationCommand.SignIn attempt) {
            return signIn(attempt, session);
        }
        return mechanisms(session);
    }

    private static Reply mechanisms(Session session) {
        session.signOut();
        return new Reply.Mechanisms(SaslMechanism.NAMES);
    }

    private Reply authenticate(AuthenticationCommand.Authenticate attempt, Session session) {
        session.signOut();
        byte[] message = attempt.keyAndValue();
        byte[] said = Arrays.copyOfRange(message, attempt.keyLength(), message.length);
        try {
            byte[] challenge = attempt.step() ? step(said, session) : start(attempt, said, session);
            if (challenge != null) {
                return new Reply.Challenge(challenge);
            }
            if (session.saslDone()) {
                throw new SaslException("a second attempt");
            }
        } catch (SaslException e) {
            session.saslDone(false);
            return failed();
        }
        session.saslDone(true);
        session.signIn();
        counters.increment(Counter.AUTH_CMDS);
        return new Reply.Authenticated();
    }

    private Reply signIn(AuthenticationCommand.SignIn attempt, Session session) {
        String token = new String(attempt.keyAndValue(), ISO_8859_1);
        String[] parts = settings.traits().signInTokenIsWords() ? words(token) : token.split(" ", 2);
        if (parts.length < 2) {
            return new Reply.Failure(CommandError.BAD_AUTH_TOKEN);
        }
        CredentialSource users =
                Objects.requireNonNull(settings.authentication().text(), "nobody has to sign in");
        if (!users.credentials().admit(parts[0], parts[1])) {
            return failed();
        }
        session.signIn();
        counters.increment(Counter.AUTH_CMDS);
        return Outcome.STORED.reply();
    }

    private Reply failed() {
        counters.increment(Counter.AUTH_CMDS);
        counters.increment(Counter.AUTH_ERRORS);
        return new Reply.Failure(CommandError.AUTHENTICATION_FAILURE);
    }

    private byte @Nullable [] start(AuthenticationCommand.Authenticate attempt, byte[] said, Session session)
            throws SaslException {
        session.saslExchange(null);
        CredentialSource users =
                Objects.requireNonNull(settings.authentication().sasl(), "SASL is off");
        String name = new String(attempt.keyAndValue(), 0, attempt.keyLength(), ISO_8859_1);
        SaslMechanism mechanism =
                SaslMechanism.named(name, users).orElseThrow(() -> new SaslException("no mechanism " + name));
        byte[] challenge = mechanism.start(said);
        session.saslExchange(mechanism);
        return challenge;
    }

    private static byte @Nullable [] step(byte[] said, Session session) throws SaslException {
        SaslMechanism mechanism = session.saslExchange();
        if (mechanism == null) {
            throw new SaslException("nothing was begun");
        }
        mechanism.step(said);
        return null;
    }

    /** As memcached's tokenizer of before 1.6.40, to which a NUL is the end. */
    private static String[] words(String token) {
        int nul = token.indexOf('\0');
        return (nul < 0 ? token : token.substring(0, nul)).stripLeading().split(" +");
    }
}
