package io.github.fakecached.conformance.liar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.conformance.LoopbackServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Passes on what a client and an honest server say to each other, but for the replies that are lied about. A reply ends with the
 * answer to what clients send to see its end. Where a client has not sent that, what comes is not left out, so that nobody waits for
 * it: something else is said, as it is after a moment of silence, and the connection closed.
 */
final class LyingConnection {

    private static final int MOMENT_MILLIS = 20;

    private final Socket client;
    private final Socket server;
    private final Replies replies;
    private final StringBuilder question = new StringBuilder();
    private final StringBuilder reply = new StringBuilder();
    private Spoken spoken = Spoken.TEXT;
    private boolean greeted;
    private boolean asksForEnds;
    private boolean hangsUp;
    private long lastHeard;
    private volatile boolean clientHasLeft;

    LyingConnection(Socket client, Socket server, Replies replies) throws IOException {
        this.client = client;
        this.server = server;
        this.replies = replies;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        server.setSoTimeout(MOMENT_MILLIS);
    }

    /** Until one of both hangs up. */
    void serve() throws IOException {
        LoopbackServer.inBackground("questions to a liar", this::passOnQuestions);
        try (client;
                server) {
            passOnReplies();
        }
    }

    private void passOnQuestions() throws IOException {
        var buffer = new byte[64 * 1024];
        try {
            int count;
            while ((count = client.getInputStream().read(buffer)) > 0) {
                hear(new String(buffer, 0, count, ISO_8859_1));
                server.getOutputStream().write(buffer, 0, count);
            }
        } finally {
            // First, so that the end of what the server says is not taken for one more reply.
            clientHasLeft = true;
            server.close();
        }
    }

    private synchronized void hear(String bytes) {
        if (!greeted && question.isEmpty()) {
            spoken = Spoken.by(bytes);
        }
        question.append(bytes);
        lastHeard = System.nanoTime();
    }

    private void passOnReplies() throws IOException {
        var buffer = new byte[64 * 1024];
        while (true) {
            String made;
            boolean ended = false;
            try {
                int count = server.getInputStream().read(buffer);
                ended = count < 0;
                if (ended && clientHasLeft) {
                    return;
                }
                made = ended ? made(taken()) : next(new String(buffer, 0, count, ISO_8859_1));
            } catch (SocketTimeoutException quiet) {
                made = afterAMoment();
            }
            client.getOutputStream().write(made.getBytes(ISO_8859_1));
            if (ended || hangsUp) {
                return;
            }
        }
    }

    /** What to pass on of a reply that may be going on. */
    private synchronized String next(String bytes) {
        reply.append(bytes);
        if (!greeted && spoken.isGreeting(question.toString(), reply.toString())) {
            return taken();
        }
        if (question.isEmpty()) {
            return withoutEnd(replies.unasked());
        }
        boolean asksForEnd = spoken.asksForEnd(question.toString());
        asksForEnds |= asksForEnd;
        int end = asksForEnd ? spoken.end(reply.toString()) : 0;
        if (end > 0) {
            var whole = taken();
            return made(whole.substring(0, whole.length() - end)) + whole.substring(whole.length() - end);
        }
        return asksForEnds ? "" : withoutEnd(replies.next());
    }

    /** Silence is no reply that could be counted: a slow one may be on its way. */
    private synchronized String afterAMoment() {
        boolean over = greeted
                && !question.isEmpty()
                && !spoken.asksForEnd(question.toString())
                && System.nanoTime() - lastHeard > MOMENT_MILLIS * 1_000_000L;
        if (!over) {
            return "";
        }
        if (!reply.isEmpty()) {
            return withoutEnd(replies.next());
        }
        var lie = replies.unasked();
        return lie == Lie.NONE ? "" : withoutEnd(lie);
    }

    private String withoutEnd(Lie lie) {
        var whole = taken();
        hangsUp = lie != Lie.NONE;
        return hangsUp ? spoken.other(whole) : whole;
    }

    private synchronized String made(String whole) {
        return switch (replies.next()) {
            case NONE -> whole;
            case OPPOSITE -> whole.isEmpty() ? spoken.something() : "";
            case OTHER -> spoken.other(whole);
        };
    }

    private synchronized String taken() {
        greeted = true;
        question.setLength(0);
        var whole = reply.toString();
        reply.setLength(0);
        return whole;
    }
}
