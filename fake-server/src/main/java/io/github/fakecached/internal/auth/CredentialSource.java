package io.github.fakecached.internal.auth;

import java.util.List;
import java.util.Map;

/** Where a server has its users from. */
public interface CredentialSource {

    /** The users at present. */
    Credentials credentials();

    /** Looks again where the users come from, as memcached does at SIGHUP. */
    default void reload() {}

    /** What {@code stats settings} shows of it. */
    default String settingName() {
        return "yes";
    }

    /** These users, by name, with their passwords. */
    static CredentialSource of(Map<String, String> passwords) {
        List<Credential> users = passwords.entrySet().stream()
                .map(user -> Credential.of(user.getKey(), user.getValue()))
                .toList();
        Credentials credentials = new Credentials(users);
        return () -> credentials;
    }
}
