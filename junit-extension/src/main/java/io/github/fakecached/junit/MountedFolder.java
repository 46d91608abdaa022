package io.github.fakecached.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A folder of this machine that a container sees, with files that may change while it runs. Knows nothing of what is in them.
 */
final class MountedFolder {

    private static final String MOUNT_POINT = "/fakecached";

    private final Path folder;

    MountedFolder() {
        try {
            folder = Files.createTempDirectory("fakecached-container");
            // memcached runs as another user, who has to read it.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for a container", e);
        }
    }

    /** How a container gets at it. */
    String mount() {
        return folder + ":" + MOUNT_POINT + ":ro";
    }

    /** Where a container finds a file. */
    static String inContainer(String name) {
        return MOUNT_POINT + "/" + name;
    }

    /** Writes a file, new or not, by renaming, so that nobody sees half of it. */
    void write(String name, String text) {
        try {
            Path fresh = folder.resolve(name + ".new");
            Files.writeString(fresh, text);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + " for a container to " + folder, e);
        }
    }

    void delete() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
