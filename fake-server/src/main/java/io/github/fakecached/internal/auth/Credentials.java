package io.github.fakecached.internal.auth;

import java.net.PasswordAuthentication;
import java.util.List;
import java.util.Optional;

/** The users who may sign in, with their passwords. A name and a password are as many characters as they have bytes. */
public final class Credentials {

    private final List<Credential> credentials;

    Credentials(List<Credential> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    /** Whether there is a user with this password. */
    public boolean admit(String user, String password) {
        return credentials.contains(new Credential(user, password));
    }

    /** The user named first, and the password, as they were before they became bytes. */
    public Optional<PasswordAuthentication> first() {
        return credentials.stream().findFirst().map(Credential::inCharacters);
    }

    /** The password of a user, if there is one. */
    Optional<String> passwordOf(String user) {
        return credentials.stream()
                .filter(credential -> credential.user().equals(user))
                .map(Credential::password)
                .findFirst();
    }
}
