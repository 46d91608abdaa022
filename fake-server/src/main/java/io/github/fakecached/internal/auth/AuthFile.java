package io.github.fakecached.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of memcached's option -Y: lines of {@code user:password}, of which the first eight count. It is read at the start and
 * when told to; a file that cannot be read then changes nothing (authfile.c).
 */
public final class AuthFile implements CredentialSource {

    /** How many users memcached has room for. */
    public static final int USERS_MAX = 8;

    private static final System.Logger LOGGER = System.getLogger(AuthFile.class.getName());

    private final Path file;
    private volatile Credentials credentials;

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it cannot be read, or has a line that is not {@code user:password}
     */
    public AuthFile(Path file) {
        this.file = file;
        this.credentials = read(file);
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public void reload() {
        try {
            credentials = read(file);
        } catch (IllegalArgumentException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "the file of users cannot be read anew, so the users stay as they were",
                    e);
        }
    }

    @Override
    public String settingName() {
        return file.toString();
    }

    private static Credentials read(Path file) {
        try {
            List<Credential> users = Files.readString(file, ISO_8859_1)
                    .lines()
                    .limit(USERS_MAX)
                    .map(line -> credential(line, file))
                    .toList();
            return new Credentials(users);
        } catch (IOException e) {
            throw new IllegalArgumentException("Could not open authfile [" + file + "] for reading, error " + e, e);
        }
    }

    private static Credential credential(String line, Path file) {
        String[] parts = line.split(":", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(
                    "Authfile [" + file + "] has a malformed entry. Should be 'user:password'");
        }
        return new Credential(parts[0], parts[1]);
    }
}
