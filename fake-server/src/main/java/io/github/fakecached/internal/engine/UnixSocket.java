package io.github.fakecached.internal.engine;

import java.nio.file.Path;

/**
 * A Unix domain socket at which clients reach a server.
 *
 * @param mask who may connect, as the permissions of a file
 */
public record UnixSocket(Path path, int mask) {

    /** Only who started the server. */
    public static final int DEFAULT_MASK = 0700;
}
