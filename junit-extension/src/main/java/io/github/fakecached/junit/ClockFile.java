package io.github.fakecached.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Tells libfaketime in a container how far its clock is ahead, which can but grow: memcached's own timer would not live through
 * anything else. Harmless where the image has no libfaketime.
 */
final class ClockFile {

    private static final String LIBRARY = "/usr/local/lib/libfaketimeMT.so.1";
    private static final String MOUNT_POINT = "/clock";
    private static final String NAME = "offset";

    private final Path folder;
    private Duration ahead = Duration.ZERO;

    ClockFile() {
        try {
            folder = Files.createTempDirectory("memcached-clock");
            // memcached runs as another user, who has to read it.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the clock of a container", e);
        }
        write();
    }

    /** How a container gets at the file. */
    String mount() {
        return folder + ":" + MOUNT_POINT + ":ro";
    }

    /** What makes libfaketime read it, at each look at the time. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", LIBRARY, "FAKETIME_TIMESTAMP_FILE", MOUNT_POINT + "/" + NAME, "FAKETIME_NO_CACHE", "1");
    }

    void advance(Duration time) {
        ahead = ahead.plus(time);
        write();
    }

    void delete() {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    /** By renaming, since half an offset would be none, and send the clock back. */
    private void write() {
        try {
            Path fresh = folder.resolve(NAME + ".new");
            Files.writeString(fresh, String.format(Locale.ROOT, "+%.3fs%n", ahead.toMillis() / 1e3));
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the clock of a container in " + folder, e);
        }
    }
}
