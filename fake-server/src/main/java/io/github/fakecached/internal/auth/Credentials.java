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

    /** Whether there is a user with this password; finding out takes the same time whatever they have in common with a right one. */
    public boolean admit(String user, String password) {
        boolean admitted = false;
        for (Credential credential : credentials) {
            admitted |= credential.isOf(user, password);
        }
        return admitted;
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
