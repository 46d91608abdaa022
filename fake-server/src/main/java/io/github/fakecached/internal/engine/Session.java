package io.github.fakecached.internal.engine;

/**
 * What a server knows of one connection, from its beginning to its end. Knows nothing of how bytes come and go. To be used by
 * the node's thread only.
 */
public final class Session {

    private final Endpoint client;
    private final Endpoint listener;

    /**
     * A session of a connection that is about to open.
     *
     * @param client who is at the other end
     * @param listener the address that was connected to
     */
    public Session(Endpoint client, Endpoint listener) {
        this.client = client;
        this.listener = listener;
    }

    /** How the client is connected. */
    public Transport transport() {
        return listener.transport();
    }

    /** Who is at the other end. */
    public Endpoint client() {
        return client;
    }

    /** The address that was connected to. */
    public Endpoint listener() {
        return listener;
    }

    @Override
    public String toString() {
        return client.address() + " at " + listener.address();
    }
}
