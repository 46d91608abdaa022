package io.github.fakecached;

import io.github.fakecached.internal.auth.AuthFile;
import io.github.fakecached.internal.auth.CredentialSource;
import io.github.fakecached.internal.auth.SaslPasswordFile;
import io.github.fakecached.internal.engine.Authentication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link FakeMemcachedBuilder} was told of users, and whether it fits together by memcached's rules. */
final class SignInSettings {

    private final Map<String, String> saslUsers = new LinkedHashMap<>();
    private final Map<String, String> textUsers = new LinkedHashMap<>();
    private @Nullable Path saslPasswordFile;
    private @Nullable Path authFile;

    void saslUser(String name, String password) {
        saslUsers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(password, "password"));
    }

    void saslPasswordFile(Path file) {
        saslPasswordFile = Objects.requireNonNull(file, "file");
    }

    void textUser(String name, String password) {
        require(!name.contains(" "), "a user of the text protocol has no space in the name: \"" + name + "\"");
        textUsers.put(name, Objects.requireNonNull(password, "password"));
        require(
                textUsers.size() <= AuthFile.USERS_MAX,
                "memcached has room for 8 users of the text protocol: leave out " + name);
    }

    void authFile(Path file) {
        authFile = Objects.requireNonNull(file, "file");
    }

    /** Refuses what contradicts itself, or the protocol that was asked for. */
    void check(@Nullable BindingProtocol protocol) {
        require(
                saslUsers.isEmpty() || saslPasswordFile == null,
                "users by SASL come either from saslUser or from saslPasswordFile: leave out one of the two");
        require(
                saslPasswordFile == null || Files.isReadable(saslPasswordFile),
                "cannot read the users from " + saslPasswordFile + ": it has to be a file of lines user:password");
        require(
                textUsers.isEmpty() || authFile == null,
                "users of the text protocol come either from textUser or from authFile: leave out one of the two");
        require(
                !(hasSasl() && hasTextUsers()),
                "SASL belongs to the binary protocol, text users to the other one: leave out one of the two");
        require(
                !hasSasl() || protocol == null || protocol == BindingProtocol.BINARY,
                "You cannot allow the ASCII protocol while using SASL: leave out bindingProtocol, or set it to BINARY");
        require(
                !hasTextUsers() || protocol == null || protocol == BindingProtocol.ASCII,
                "You cannot allow the BINARY protocol while using ascii authentication tokens: leave out"
                        + " bindingProtocol, or set it to ASCII");
    }

    /** Refuses a listener where nobody could sign in. */
    void check(Listener listener) {
        require(
                !hasTextUsers() || listener.protocol() == null || listener.protocol() == BindingProtocol.ASCII,
                "Cannot use binary protocol when ascii authentication enabled: " + listener);
    }

    /** The protocol to serve: the one that was asked for, else the one that clients sign in by. */
    BindingProtocol protocol(@Nullable BindingProtocol wanted) {
        if (wanted != null) {
            return wanted;
        } else if (hasSasl()) {
            return BindingProtocol.BINARY;
        }
        return hasTextUsers() ? BindingProtocol.ASCII : BindingProtocol.AUTO;
    }

    Authentication authentication() {
        if (!hasSasl() && !hasTextUsers()) {
            return Authentication.OFF;
        }
        CredentialSource sasl = saslPasswordFile != null ? new SaslPasswordFile(saslPasswordFile) : users(saslUsers);
        CredentialSource text = authFile != null ? new AuthFile(authFile) : users(textUsers);
        return new Authentication(sasl, text);
    }

    boolean hasSasl() {
        return saslPasswordFile != null || !saslUsers.isEmpty();
    }

    boolean hasTextUsers() {
        return authFile != null || !textUsers.isEmpty();
    }

    private static @Nullable CredentialSource users(Map<String, String> passwords) {
        return passwords.isEmpty() ? null : CredentialSource.of(passwords);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
