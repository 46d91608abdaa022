package io.github.fakecached.conformance.client.kit;

import io.github.fakecached.TestCertificates;
import io.github.fakecached.conformance.client.Endpoint;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** The connection of a {@link LineClient}, made when it is needed: who talks on it is alone, and whatever goes wrong ends it. */
final class LineSession {

    private final Endpoint endpoint;
    private final Set<Bug> bugs;
    private final AtomicInteger callers = new AtomicInteger();
    private volatile LineConnection connection;
    private volatile boolean closed;
    private boolean signedIn;

    LineSession(Endpoint endpoint, Set<Bug> bugs) {
        this.endpoint = endpoint;
        this.bugs = bugs;
    }

    /** What is sent and read. */
    interface Conversation<T> {
        T hold(LineConnection connection) throws IOException;
    }

    private boolean has(Bug bug) {
        return bugs.contains(bug);
    }

    /** Sends and reads, when nobody else does. */
    <T> T talk(Conversation<T> conversation) throws IOException {
        callers.incrementAndGet();
        try {
            return talkAlone(conversation);
        } finally {
            callers.decrementAndGet();
        }
    }

    private synchronized <T> T talkAlone(Conversation<T> conversation) throws IOException {
        if (closed && !has(Bug.COMES_BACK)) {
            throw new IOException("closed");
        }
        try {
            if (connection == null) {
                connection = LineConnection.connect(endpoint.address(), endpoint.timeout(), tls(), bugs);
                signIn();
            }
            if (has(Bug.SENDS_TWICE)) {
                conversation.hold(connection);
            }
            return conversation.hold(connection);
        } catch (SocketTimeoutException e) {
            if (!has(Bug.KEEPS_THE_CONNECTION)) {
                hangUp();
            }
            if (has(Bug.TRIES_AGAIN)) {
                return talkAlone(conversation);
            }
            throw e;
        } catch (Refusal e) {
            if (has(Bug.GETS_OUT_OF_STEP)) {
                connection.send("get nothing\r\n");
            } else {
                hangUp();
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            boolean again = has(Bug.TRIES_AGAIN) && connection != null;
            hangUp();
            if (again) {
                return talkAlone(conversation);
            }
            throw e;
        }
    }

    private SSLContext tls() {
        if (endpoint.tls().isEmpty() || has(Bug.SPEAKS_NO_TLS)) {
            return null;
        }
        return has(Bug.TRUSTS_EVERYBODY)
                ? TestCertificates.clientContext()
                : endpoint.tls().get();
    }

    private void hangUp() {
        var lost = connection;
        if (!has(Bug.NEVER_RECONNECTS)) {
            connection = null;
        }
        if (lost != null) {
            lost.close();
        }
    }

    private void signIn() throws IOException {
        if (endpoint.user().isEmpty() || has(Bug.SIGNS_IN_NEVER) || (has(Bug.SIGNS_IN_ONCE) && signedIn)) {
            return;
        }
        var user = endpoint.user().get();
        var token = user.getUserName() + " " + new String(user.getPassword());
        connection.send("set auth 0 0 " + token.length() + "\r\n" + token + "\r\n");
        line(connection);
        signedIn = true;
    }

    /** An error of the server. */
    static final class Refusal extends IOException {

        private static final long serialVersionUID = 1L;

        Refusal(String line) {
            super(line);
        }
    }

    /** A line that is no error. */
    String line(LineConnection from) throws IOException {
        var line = from.readLine();
        if (line.equals("ERROR") || line.startsWith("CLIENT_ERROR") || line.startsWith("SERVER_ERROR")) {
            if (has(Bug.TAKES_ERRORS_FOR_MISSES)) {
                return "END";
            }
            throw new Refusal(line);
        }
        return line;
    }

    /** Whether anybody talks, or waits to. */
    boolean isBusy() {
        return callers.get() > 0;
    }

    void close() {
        closed = true;
        if (has(Bug.WAITS_BEFORE_CLOSING)) {
            synchronized (this) {
                hangUp();
            }
        } else if (!has(Bug.LEAVES_ITS_CONNECTION)) {
            hangUp();
        }
    }
}
