package io.github.fakecached.conformance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/**
 * The file from which libfaketime in a container reads how far its clock is ahead. The clock is only ever moved forward,
 * and never stopped: memcached's own timer would stop with it.
 */
final class ClockFile {

    private static final String LIBRARY = "/usr/local/lib/libfaketimeMT.so.1";

    private final Path folder;
    private Duration offset = Duration.ZERO;

    ClockFile() {
        try {
            // The server runs as another user, who must be able to read it.
            folder = Files.createTempDirectory("memcached-clock");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the clock file", e);
        }
        write();
    }

    /** Where it is, and other files may be. */
    Path folder() {
        return folder;
    }

    /** The environment that a server needs to go by this file, mounted at {@code mountPoint}; harmless without libfaketime. */
    Map<String, String> environment(String mountPoint) {
        return Map.of(
                "LD_PRELOAD", LIBRARY, "FAKETIME_TIMESTAMP_FILE", mountPoint + "/offset", "FAKETIME_NO_CACHE", "1");
    }

    void advance(Duration time) {
        offset = offset.plus(time);
        write();
    }

    /** Removes the folder with all that is in it, once no server reads it any more. */
    void delete() {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the clock file in " + folder, e);
        }
    }

    private void write() {
        try {
            var fresh = Files.writeString(folder.resolve("offset.new"), "+" + offset.toSeconds() + "s\n");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            // Renamed into place: of a half-written file the server would read no offset and jump back.
            Files.move(fresh, folder.resolve("offset"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the clock file in " + folder, e);
        }
    }
}
