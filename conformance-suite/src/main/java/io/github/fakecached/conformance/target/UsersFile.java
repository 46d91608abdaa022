package io.github.fakecached.conformance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/** The file with the one user that a server started with {@code -Y} knows. */
public final class UsersFile {

    /** The user's name. */
    public static final String USER = "user";

    /** The user's password. */
    public static final String PASSWORD = "password";

    /** Where the file is in a container, beside that of the clock; a program is given another one in its place. */
    static final String PATH = "/clock/users";

    static final String TEXT = USER + ":" + PASSWORD + "\n";

    private UsersFile() {}

    /** The options with a file on this machine in the place of the one in a container. */
    static String[] named(String... options) {
        return Stream.of(options)
                .map(option -> option.equals(PATH) ? write() : option)
                .toArray(String[]::new);
    }

    private static String write() {
        try {
            var file = Files.createTempFile("memcached", ".users");
            file.toFile().deleteOnExit();
            return Files.writeString(file, TEXT).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of users", e);
        }
    }
}
