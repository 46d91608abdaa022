package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.auth.SaslMechanism;
import io.github.fakecached.internal.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows of one connection, from its beginning to its end. Knows nothing of how bytes come and go. To be used by
 * the node's thread only.
 */
public final class Session {

    private final int number;
    private final Endpoint client;
    private final Endpoint listener;
    private long requests;
    private long lastCommand;
    private boolean busy;
    private int descriptor;
    private String closeReason = "normal";
    private boolean signedIn;
    private @Nullable SaslMechanism saslExchange;
    private boolean saslDone;
    private @Nullable Item heldItem;

    /**
     * A session of a connection that is about to open.
     *
     * @param number which connection of its node it is, from 0
     * @param client who is at the other end
     * @param listener the address that was connected to
     */
    public Session(int number, Endpoint client, Endpoint listener) {
        this.number = number;
        this.client = client;
        this.listener = listener;
    }

    /** The number of the file that the connection would be to memcached. */
    int descriptor() {
        return descriptor;
    }

    void descriptor(int number) {
        descriptor = number;
    }

    /** Which connection of its node this is, from 0. */
    public int number() {
        return number;
    }

    /** Counts the requests that are described, from 0. */
    public long nextRequest() {
        return requests++;
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

    /** Takes note that a command has begun; the data block that belongs to one begins none. */
    void commandHasComeAt(long now) {
        lastCommand = now;
    }

    /** For how many seconds no command has come; from zero if the clock was turned back, or the server reset. */
    long secondsSinceCommand(long now) {
        lastCommand = Math.min(lastCommand, now);
        return now - lastCommand;
    }

    /** Whether more is to come of a command, or more of its reply to be read by the client, before the next one is due. */
    public boolean isBusy() {
        return busy;
    }

    public void setBusy(boolean busy) {
        this.busy = busy;
    }

    /** Why the connection is closed, in the words of the log. */
    String closeReason() {
        return closeReason;
    }

    void closeReason(String reason) {
        closeReason = reason;
    }

    /** What the client sent cannot be answered; the connection will be closed for that. */
    public void closedForError() {
        closeReason = "error";
    }

    /** Whether the client has signed in, where it has to. */
    public boolean isSignedIn() {
        return signedIn;
    }

    void signIn() {
        signedIn = true;
    }

    void signOut() {
        signedIn = false;
    }

    /** The attempt to sign in by SASL that was begun last, or null. */
    @Nullable
    SaslMechanism saslExchange() {
        return saslExchange;
    }

    void saslExchange(@Nullable SaslMechanism begun) {
        saslExchange = begun;
    }

    /** Whether an attempt by SASL has signed the client in, and none has failed since: the next one will. */
    boolean saslDone() {
        return saslDone;
    }

    void saslDone(boolean done) {
        saslDone = done;
    }

    /** The item that {@code debugitem ref} made the client hold last, or null. */
    @Nullable
    Item heldItem() {
        return heldItem;
    }

    void heldItem(@Nullable Item item) {
        heldItem = item;
    }

    @Override
    public String toString() {
        return client.address() + " at " + listener.address();
    }
}
