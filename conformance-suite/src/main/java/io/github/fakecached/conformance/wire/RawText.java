package io.github.fakecached.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A connection that speaks the text protocol without understanding it: it sends bytes and gives back the exact bytes of
 * the reply, one character each.
 *
 * <p>How it knows that a reply is complete: after what is asked it sends {@code version}, {@code done} (no command) and
 * {@code version} again, and reads until their three replies have come. No command's own reply ends like that. So what is
 * asked must leave the server waiting for a command, not for data; if it does not, the reply ends in a {@link NoReply}
 * after the time limit.
 */
public final class RawText implements RawConnection {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final Pattern VERSION = Pattern.compile("VERSION [^\r\n]+\r\n");

    private final TimedConnection connection;
    private final Sentinel sentinel;
    private final String version;
    private final byte[] sentinelReply;

    private RawText(TimedConnection connection, Sentinel sentinel) {
        this.connection = connection;
        this.sentinel = sentinel;
        connection.send("version\r\n".getBytes(ISO_8859_1));
        connection.await(() -> connection.received().endsWith(new byte[] {'\n'}));
        version = connection.received().takeAll();
        if (!VERSION.matcher(version).matches()) {
            throw new NoReply("this is no memcached: it answers version with " + Escapes.escape(version));
        }
        sentinelReply = sentinel.replyTo(version).getBytes(ISO_8859_1);
    }

    /** Connects, and sees that a memcached answers there. */
    public static RawText connect(InetSocketAddress address) {
        return connect(address, LIMIT);
    }

    /** Connects with a time limit for each wait. */
    public static RawText connect(InetSocketAddress address, Duration limit) {
        return connect(address, limit, Sentinel.TOGETHER);
    }

    /** Connects to a server that may need another sentinel. */
    public static RawText connect(InetSocketAddress address, Duration limit, Sentinel sentinel) {
        return over(new TimedConnection(address, limit), sentinel);
    }

    /** Connects over TLS. */
    public static RawText connect(InetSocketAddress address, Duration limit, SSLContext encrypted) {
        return over(new TimedConnection(address, limit, Optional.of(encrypted)), Sentinel.TOGETHER);
    }

    private static RawText over(TimedConnection connection, Sentinel sentinel) {
        try {
            return new RawText(connection, sentinel);
        } catch (NoReply e) {
            connection.close();
            throw e;
        }
    }

    /** Connects and signs in first, as a server wants that was started with {@code -Y}. */
    public static RawText connectSignedIn(InetSocketAddress address, Duration limit, String user, String password) {
        var connection = new TimedConnection(address, limit);
        try {
            var token = user + " " + password;
            connection.send(("set auth 0 0 " + token.length() + "\r\n" + token + "\r\n").getBytes(ISO_8859_1));
            connection.await(() -> connection.received().endsWith(new byte[] {'\n'}));
            var answer = connection.received().takeAll();
            if (!answer.equals("STORED\r\n")) {
                throw new NoReply("signing in was answered with " + Escapes.escape(answer));
            }
        } catch (NoReply e) {
            connection.close();
            throw e;
        }
        return over(connection, Sentinel.TOGETHER);
    }

    @Override
    public String version() {
        return version.substring("VERSION ".length(), version.length() - 2);
    }

    @Override
    public void begin(String bytes) {
        if (connection.received().length() > 0) {
            throw new NoReply("out of step: before the next command there was "
                    + Escapes.escape(connection.received().takeAll()));
        }
        if (sentinel == Sentinel.TOGETHER) {
            send(bytes + sentinel.request());
        } else {
            send(bytes);
            send(sentinel.request());
        }
    }

    @Override
    public String ask(String bytes, Predicate<String> whole) {
        return connection.ask(bytes, whole);
    }

    @Override
    public Reply finish() {
        var received = connection.received();
        if (sentinel == Sentinel.APART) {
            insist();
        }
        connection.await(() -> received.endsWith(sentinelReply));
        if (!received.endsWith(sentinelReply)) {
            return new Reply(received.takeAll(), true);
        }
        do {
            received.drop(sentinelReply.length);
        } while (sentinel == Sentinel.APART && received.endsWith(sentinelReply));
        return Reply.of(received.takeAll());
    }

    /** Sends the sentinel again as long as it seems to be lost, and waits for the answers of all that were not. */
    private void insist() {
        var received = connection.received();
        long end = System.nanoTime() + connection.limit().toNanos();
        connection.awaitFor(() -> received.endsWith(sentinelReply), AGAIN);
        if (received.endsWith(sentinelReply)) {
            return;
        }
        while (!received.endsWith(sentinelReply) && !connection.ended() && System.nanoTime() - end < 0) {
            send(sentinel.request());
            connection.awaitFor(() -> received.endsWith(sentinelReply), AGAIN);
        }
        connection.listen(AGAIN);
    }

    @Override
    public void giveUpAt(Deadline deadline) {
        connection.giveUpAt(deadline);
    }

    @Override
    public void send(String bytes) {
        connection.send(bytes.getBytes(ISO_8859_1));
    }

    /** What arrives within the time, without anything being sent: for showing that nothing does. */
    public String listen(Duration time) {
        connection.listen(time);
        return connection.received().takeAll();
    }

    /** Reads until the server closes the connection. */
    public String readToEnd() {
        connection.await(() -> false);
        return connection.received().takeAll();
    }

    /** Whether the server has closed this connection. */
    public boolean closed() {
        return connection.ended();
    }

    @Override
    public void close() {
        connection.close();
    }
}
