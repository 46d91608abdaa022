package io.github.fakecached.conformance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of files that a server reads which was started in some way: its user, its certificate. Starts nothing. */
final class StartupFolder {

    /** The name of the user who signs in with text. */
    static final String USER = "user";

    /** The password of that user. */
    static final String PASSWORD = "password";

    /** Stands in options for the folder as the server sees it. */
    static final String NAME = "{folder}";

    /** Stands in options for the port of UDP. */
    static final String UDP_PORT = "{port}";

    private final Path folder;
    private final String seenAs;

    /** A folder that is there; the server may see it under another name. */
    StartupFolder(Path folder, String seenAs) {
        this.folder = folder;
        this.seenAs = seenAs;
    }

    /** A new folder on this machine, deleted when the JVM ends. */
    static StartupFolder here() {
        try {
            var folder = Files.createTempDirectory("memcached-startup");
            // The last one named is deleted first.
            folder.toFile().deleteOnExit();
            return new StartupFolder(folder, folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for a server", e);
        }
    }

    /**
     * Writes what such a server reads.
     *
     * @throws UnsupportedOperationException if what would write it is not here
     */
    void write(Startup startup) {
        try {
            switch (startup) {
                case TEXT_USER -> Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
                case SASL_USER -> SaslUsers.write(folder, seenAs);
                case TLS -> {
                    var certificate = ServerCertificate.shared();
                    Files.copy(certificate.chain(), folder.resolve("chain.pem"));
                    Files.copy(certificate.key(), folder.resolve("key.pem"));
                }
                default -> {
                    // Others read nothing.
                }
            }
            letOthersRead();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the files of " + startup, e);
        }
    }

    /** In a container the server runs as another user. */
    private void letOthersRead() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                file.toFile().deleteOnExit();
            }
        }
    }

    /** The options of such a server, with the folder's name and a port for UDP where they belong. */
    String[] options(Startup startup, String udpPort) {
        return Stream.of(startup.options())
                .map(option -> option.replace(NAME, seenAs).replace(UDP_PORT, udpPort))
                .toArray(String[]::new);
    }

    /** The variables that such a server needs. */
    Map<String, String> environment(Startup startup) {
        return startup == Startup.SASL_USER ? Map.of(SaslUsers.VARIABLE, seenAs) : Map.of();
    }
}
