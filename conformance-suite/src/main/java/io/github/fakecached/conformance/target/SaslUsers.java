package io.github.fakecached.conformance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The one user who may sign in by SASL, in files for a memcached that was started with {@code -S}: Cyrus SASL's own tool writes them. */
public final class SaslUsers {

    /** The user's name, with a realm: without one Cyrus SASL would look for the user in that of the machine's name. */
    public static final String USER = "alice@example.com";

    /** The user's password. */
    public static final String PASSWORD = "secret";

    /** The variable that names the folder to memcached. */
    public static final String VARIABLE = "SASL_CONF_PATH";

    private static final String TOOL = "saslpasswd2";
    private static final long LIMIT_SECONDS = 60;

    private SaslUsers() {}

    /**
     * Writes a configuration and a database of users.
     *
     * @param folder where to
     * @param seenAs the folder as the server sees it
     * @throws UnsupportedOperationException if the tool is not here
     */
    public static void write(Path folder, String seenAs) {
        try {
            Files.writeString(
                    folder.resolve("memcached.conf"),
                    "mech_list: plain cram-md5\nsasldb_path: " + seenAs + "/sasldb\n");
            addUser(folder.resolve("sasldb").toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write files of SASL's users", e);
        }
    }

    private static void addUser(String file) throws IOException {
        int at = USER.indexOf('@');
        var process = started(
                new ProcessBuilder(TOOL, "-p", "-c", "-f", file, "-u", USER.substring(at + 1), USER.substring(0, at)));
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(PASSWORD);
        }
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(TOOL + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + TOOL + " ran", e);
        }
    }

    private static Process started(ProcessBuilder tool) {
        try {
            return tool.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UnsupportedOperationException(
                    "no program " + TOOL + " on the PATH (Debian: sasl2-bin), so no users for -S", e);
        }
    }
}
