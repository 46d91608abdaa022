package io.github.fakecached.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that MEMCACHED_SASL_PWDB names: lines of {@code user:password}, anything behind another colon being left alone. It is
 * read at each sign-in, so that a change takes effect at once (sasl_server_userdb_checkpass in sasl_defs.c).
 */
public final class SaslPasswordFile implements CredentialSource {

    private static final System.Logger LOGGER = System.getLogger(SaslPasswordFile.class.getName());

    private final Path file;

    public SaslPasswordFile(Path file) {
        this.file = file;
    }

    @Override
    public Credentials credentials() {
        try (var lines = Files.lines(file, ISO_8859_1)) {
            return new Credentials(lines.map(line -> line.split(":", 3))
                    .filter(parts -> parts.length > 1)
                    .map(parts -> new Credential(parts[0], parts[1]))
                    .toList());
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, () -> "nobody can sign in: cannot read " + file, e);
            return new Credentials(List.of());
        }
    }
}
