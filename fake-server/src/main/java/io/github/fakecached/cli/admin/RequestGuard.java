package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask anything over HTTP. On the loopback address that is every program of this machine, but no page of a foreign site in
 * a browser of this machine: neither one that sends requests here (its Origin is another), nor one whose name was made to mean
 * this address (its Host is another). Elsewhere it is who knows the token.
 */
final class RequestGuard {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");
    private static final String BEARER = "bearer ";

    private final boolean onLoopback;
    private final Optional<String> token;

    RequestGuard(InetAddress address, Optional<String> token) {
        this.onLoopback = address.isLoopbackAddress();
        this.token = token;
        if (!onLoopback && token.isEmpty()) {
            throw new IllegalArgumentException(
                    "whoever can reach " + address.getHostAddress() + " could do everything: a token is needed there");
        }
    }

    /** What a request is answered instead, whatever it asks for. */
    Optional<Answer> refusal(Headers headers) {
        String host = Optional.ofNullable(headers.getFirst("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (onLoopback && !LOOPBACK.matcher(host).matches()) {
            return Optional.of(Answer.error(
                    403,
                    "the host is \"" + host
                            + "\": ask for localhost or 127.0.0.1, so that no other name can be meant"));
        }
        String origin = headers.getFirst("Origin");
        return origin == null || origin.toLowerCase(Locale.ROOT).equals("http://" + host)
                ? Optional.empty()
                : Optional.of(Answer.error(403, "pages of " + origin + " may not ask this"));
    }

    /** What it is answered instead if it does not know the token that operations need. */
    Optional<Answer> refusalOfOperations(Headers headers) {
        if (token.isEmpty() || knows(token.get(), headers.getFirst("Authorization"))) {
            return Optional.empty();
        }
        return Optional.of(Answer.error(401, "the token is needed: send the header Authorization: Bearer <token>")
                .with("WWW-Authenticate", "Bearer"));
    }

    /** Takes the same time wherever the two differ. */
    private static boolean knows(String token, @Nullable String authorization) {
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.getBytes(UTF_8),
                        authorization.substring(BEARER.length()).strip().getBytes(UTF_8));
    }
}
