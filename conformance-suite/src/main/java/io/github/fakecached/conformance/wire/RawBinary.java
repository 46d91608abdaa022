package io.github.fakecached.conformance.wire;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * A connection that speaks the binary protocol without understanding it: it sends bytes and gives back the exact bytes of
 * the reply, one character each. All it knows of a message is where it ends.
 *
 * <p>How it knows that a reply is complete: after what is asked it sends a {@code NOOP} with an opaque that nobody else
 * should use, and reads whole messages until it is answered, be it as an unknown command. So what is asked must leave the
 * server waiting for the next header; if it does not, the reply ends in a {@link NoReply} after the time limit.
 */
public final class RawBinary implements RawConnection {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NOOP = 0x0a;
    private static final int VERSION = 0x0b;
    private static final int SASL_AUTH = 0x21;
    private static final int SUCCESS = 0;
    private static final int UNKNOWN_COMMAND = 0x81;
    private static final int ANSWERED_NOOP = 0x8100 | NOOP;
    private static final long OPAQUE = 0xfeedfaceL;
    private static final String SENTINEL =
            BinaryMessage.request(NOOP, "", "", "").withOpaque(OPAQUE).bytes();

    private final TimedConnection connection;
    private final String version;
    private int whole;

    private RawBinary(TimedConnection connection) {
        this.connection = connection;
        var answer = ask(BinaryMessage.request(VERSION, "", "", "").bytes());
        version = Optional.of(answer.text())
                .filter(text -> !answer.closed() && !text.isEmpty())
                .flatMap(BinaryMessage::of)
                .filter(message -> message.opcode() == VERSION)
                .map(BinaryMessage::value)
                .orElseThrow(() -> new NoReply("this is no memcached: it answers version with " + answer));
    }

    /** Connects, and sees that a memcached answers there. */
    public static RawBinary connect(InetSocketAddress address) {
        return connect(address, LIMIT);
    }

    /** Connects with a time limit for each wait. */
    public static RawBinary connect(InetSocketAddress address, Duration limit) {
        return over(new TimedConnection(address, limit));
    }

    /** Connects over TLS. */
    public static RawBinary connect(InetSocketAddress address, Duration limit, SSLContext encrypted) {
        return over(new TimedConnection(address, limit, Optional.of(encrypted)));
    }

    /** Connects and signs in first with PLAIN, as a server wants that was started with {@code -S}. */
    public static RawBinary connectSignedIn(InetSocketAddress address, Duration limit, String user, String password) {
        var connection = new TimedConnection(address, limit);
        try {
            var request = BinaryMessage.request(SASL_AUTH, "", "PLAIN", "\0" + user + "\0" + password);
            var answer = connection.ask(request.bytes(), BinaryMessage::isWhole);
            if (!BinaryMessage.isWhole(answer) || number(answer.substring(6, 8)) != 0) {
                throw new NoReply("signing in was answered with " + Escapes.escape(answer));
            }
        } catch (NoReply e) {
            connection.close();
            throw e;
        }
        return over(connection);
    }

    private static RawBinary over(TimedConnection connection) {
        try {
            return new RawBinary(connection);
        } catch (NoReply e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void begin(String bytes) {
        if (connection.received().length() > 0) {
            throw new NoReply("out of step: before the next request there was "
                    + Escapes.escape(connection.received().takeAll()));
        }
        whole = 0;
        connection.send((bytes + SENTINEL).getBytes(ISO_8859_1));
    }

    @Override
    public String ask(String bytes, Predicate<String> whole) {
        return connection.ask(bytes, whole);
    }

    @Override
    public Reply finish() {
        connection.await(this::endsWithSentinel);
        boolean complete = endsWithSentinel();
        var text = connection.received().takeAll();
        return complete ? Reply.of(text.substring(0, whole)) : new Reply(text, true);
    }

    @Override
    public void giveUpAt(Deadline deadline) {
        connection.giveUpAt(deadline);
    }

    @Override
    public void send(String bytes) {
        connection.send(bytes.getBytes(ISO_8859_1));
    }

    /** Passes over the messages that are there as a whole, but not over the sentinel's, and tells whether that is the last. */
    private boolean endsWithSentinel() {
        var received = connection.received();
        while (received.length() - whole >= BinaryMessage.HEADER) {
            long length = BinaryMessage.HEADER + received.number(whole + 8);
            if (received.length() - whole < length) {
                return false;
            }
            if (whole + length == received.length() && isSentinelReply(received)) {
                return true;
            }
            whole += (int) length;
        }
        return false;
    }

    /** A server that does not know the command may say so, with any text; one that wants a sign-in has not answered. */
    private boolean isSentinelReply(Received received) {
        long status = received.number(whole + 4) & 0xffff;
        return received.number(whole) >>> 16 == ANSWERED_NOOP
                && received.number(whole + 12) == OPAQUE
                && (status == SUCCESS || status == UNKNOWN_COMMAND);
    }

    @Override
    public void close() {
        connection.close();
    }
}
