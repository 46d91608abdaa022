package io.github.fakecached.internal.engine;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows of one connection, from its beginning to its end. Knows nothing of how bytes come and go. To be used by
 * the node's thread only.
 */
public final class Session {

    private final @Nullable SocketAddress client;
    private final @Nullable SocketAddress listener;

    /**
     * A session of a connection that is about to open.
     *
     * @param client who is at the other end; null if that cannot be told
     * @param listener the address that was connected to; null if that cannot be told
     */
    public Session(@Nullable SocketAddress client, @Nullable SocketAddress listener) {
        this.client = client;
        this.listener = listener;
    }

    @Override
    public String toString() {
        return client + " at " + listener;
    }
}
