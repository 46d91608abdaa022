package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.LogStream;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import java.util.List;

/** The connections that are open, and what of them and of the bytes that pass over them is counted for {@code stats}. */
public final class Sessions {

    private final Counters counters;
    private final Timekeeper timekeeper;
    private final Watchers watchers;
    private final OpenSessions open = new OpenSessions();
    private final int listeningSockets;
    private final int requestsPerEvent;
    private final int firstDescriptor;
    private int mostAtOnce;

    Sessions(
            Counters counters,
            Timekeeper timekeeper,
            Watchers watchers,
            int listeningSockets,
            int firstDescriptor,
            int requestsPerEvent) {
        this.counters = counters;
        this.timekeeper = timekeeper;
        this.watchers = watchers;
        this.listeningSockets = listeningSockets;
        this.requestsPerEvent = requestsPerEvent;
        this.firstDescriptor = firstDescriptor;
        countListeners();
    }

    /** To memcached each listening socket is a connection too, of which {@code curr_connections} leaves out one. */
    void countListeners() {
        counters.add(Counter.TOTAL_CONNECTIONS, listeningSockets);
        mostAtOnce = open.count();
    }

    public void opened(Session session) {
        session.commandHasComeAt(timekeeper.now());
        session.descriptor(firstDescriptor + listeningSockets + open.add(session));
        mostAtOnce = Math.max(mostAtOnce, open.count());
        counters.increment(Counter.TOTAL_CONNECTIONS);
        log("conn_new", session, "");
    }

    public void closed(Session session) {
        if (open.remove(session, session.descriptor() - firstDescriptor - listeningSockets)) {
            watchers.remove(session);
            log("conn_close", session, " reason=" + session.closeReason());
        }
    }

    private void log(String event, Session session, String reason) {
        if (watchers.want(LogStream.CONNEVENTS)) {
            watchers.log(
                    LogStream.CONNEVENTS,
                    "type=" + event + " rip=" + session.client().ip() + " rport="
                            + session.client().port() + " transport=" + session.transport() + reason + " cfd="
                            + session.descriptor());
        }
    }

    Watchers watchers() {
        return watchers;
    }

    /** The open connections, by their descriptors. */
    List<Session> open() {
        return open.list();
    }

    /** The descriptor of the first listening socket; the others follow. */
    int firstDescriptor() {
        return firstDescriptor;
    }

    public void rejected() {
        counters.increment(Counter.REJECTED_CONNECTIONS);
    }

    /** For how many seconds the client of a connection has not sent a command. */
    public long secondsSinceCommand(Session session) {
        return session.secondsSinceCommand(timekeeper.now());
    }

    public void closedForIdleness(Session session) {
        session.closeReason("idle_timeout");
        counters.increment(Counter.IDLE_KICKS);
    }

    /**
     * A connection has agreed with its client how to encrypt.
     *
     * @param ticketed by TLS 1.3, where OpenSSL makes two sessions to be resumed; before, the client keeps the only one
     */
    public void tlsEstablished(boolean ticketed) {
        if (ticketed) {
            counters.add(Counter.SSL_NEW_SESSIONS, 2);
        }
    }

    /**
     * A connection could not be, or remain, encrypted.
     *
     * @param fromTheStart whether what came first was no TLS at all
     */
    public void tlsFailed(boolean fromTheStart) {
        counters.increment(fromTheStart ? Counter.SSL_HANDSHAKE_ERRORS : Counter.SSL_PROTO_ERRORS);
    }

    /**
     * So many requests of one connection have been served since its client was read from.
     *
     * @return whether memcached would turn to other connections now, and send its replies to this one before
     */
    public boolean served(int requests) {
        boolean yields = requests > 1 && (requests - 1) % requestsPerEvent == 0;
        if (yields) {
            counters.increment(Counter.CONN_YIELDS);
        }
        return yields;
    }

    public void read(long bytes) {
        counters.add(Counter.BYTES_READ, bytes);
    }

    public void written(long bytes) {
        counters.add(Counter.BYTES_WRITTEN, bytes);
    }

    /** The connections of clients that are open now. */
    public int count() {
        return open.count();
    }

    /** What {@code curr_connections} says. */
    int countWithListeners() {
        return open.count() + listeningSockets - 1;
    }

    /** Structures are kept for use by later connections. */
    int structures() {
        return mostAtOnce + listeningSockets;
    }
}
