package io.github.fakecached.internal.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The file that a Unix domain socket is. */
final class SocketFile {

    private static final PosixFilePermission[] FROM_THE_RIGHT = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    private SocketFile() {}

    /** Removes a socket that an earlier server left behind; any other file stays, and will be in the way. */
    static void removeStale(Path path) throws IOException {
        try {
            if (Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther()) {
                Files.delete(path);
            }
        } catch (NoSuchFileException e) {
            // nothing was left behind
        }
    }

    static void allow(Path path, int mask) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < FROM_THE_RIGHT.length; bit++) {
            if ((mask & 1 << bit) != 0) {
                permissions.add(FROM_THE_RIGHT[bit]);
            }
        }
        Files.setPosixFilePermissions(path, permissions);
    }
}
