package io.github.fakecached.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.PasswordAuthentication;
import java.security.MessageDigest;

/** A user and a password, each of as many characters as it has bytes on the wire. */
record Credential(String user, String password) {

    /** What a user of the fake wrote is sent as UTF-8. */
    static Credential of(String user, String password) {
        return new Credential(
                new String(user.getBytes(UTF_8), ISO_8859_1), new String(password.getBytes(UTF_8), ISO_8859_1));
    }

    /** Whether they are the same, looked at to the end. */
    boolean isOf(String otherUser, String otherPassword) {
        return MessageDigest.isEqual(bytes(user, password), bytes(otherUser, otherPassword));
    }

    /** The length of the first tells where the second begins. */
    private static byte[] bytes(String first, String second) {
        return (first.length() + " " + first + second).getBytes(ISO_8859_1);
    }

    /** What {@link #of} was given. */
    PasswordAuthentication inCharacters() {
        return new PasswordAuthentication(
                new String(user.getBytes(ISO_8859_1), UTF_8),
                new String(password.getBytes(ISO_8859_1), UTF_8).toCharArray());
    }
}
