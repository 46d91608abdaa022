package io.github.fakecached.conformance.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * A TCP connection on which every wait ends, for writing as for reading. It reads while it writes, so that a server that
 * answers before it has read everything cannot block it. Knows nothing of any protocol but, where it is to, of TLS.
 */
final class TimedConnection implements AutoCloseable {

    private final ByteChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration limit;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Received received = new Received();
    private Deadline deadline = new Deadline();
    private boolean ended;

    TimedConnection(InetSocketAddress address, Duration limit) {
        this(address, limit, Optional.empty());
    }

    /** A connection that is encrypted if there is a context that says how. */
    TimedConnection(InetSocketAddress address, Duration limit, Optional<SSLContext> encrypted) {
        this.limit = limit;
        try {
            var socket = SocketChannel.open();
            socket.socket().connect(address, (int) limit.toMillis());
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.configureBlocking(false);
            selector = Selector.open();
            key = socket.register(selector, SelectionKey.OP_READ);
            channel = encrypted.isPresent() ? new EncryptedChannel(socket, encrypted.get()) : socket;
        } catch (IOException e) {
            throw new NoReply("cannot connect to " + address + ": " + e.getMessage(), e);
        }
    }

    /** Ends every wait from now on no later than at this time. */
    void giveUpAt(Deadline other) {
        deadline = other;
    }

    Received received() {
        return received;
    }

    Duration limit() {
        return limit;
    }

    /** Whether the server has closed the connection, by a reset or otherwise. */
    boolean ended() {
        return ended;
    }

    /** Sends all of it; what cannot be sent because the server has closed is dropped. */
    void send(byte[] bytes) {
        var out = ByteBuffer.wrap(bytes);
        run(
                () -> {
                    write(out);
                    return !out.hasRemaining();
                },
                () -> "the server took only " + out.position() + " of " + bytes.length + " bytes");
    }

    /** Reads until {@code complete} or until the server closes. */
    void await(BooleanSupplier complete) {
        run(complete, () -> "the reply is not complete");
    }

    /** Sends all of it, and reads until what has come is whole. */
    String ask(String bytes, Predicate<String> whole) {
        if (received.length() > 0) {
            throw new NoReply("out of step: before the next request there was " + Escapes.escape(received.takeAll()));
        }
        send(bytes.getBytes(StandardCharsets.ISO_8859_1));
        await(() -> received.length() > 0 && whole.test(received.peek()));
        return received.takeAll();
    }

    /** Reads until {@code complete}, until the server closes, or until the time is up. */
    void awaitFor(BooleanSupplier complete, Duration time) {
        long end = deadline.orEarlier(System.nanoTime() + time.toNanos());
        while (!complete.getAsBoolean() && !ended && System.nanoTime() - end < 0) {
            select(end);
            read();
        }
    }

    /** Reads whatever arrives within {@code time}. */
    void listen(Duration time) {
        awaitFor(() -> false, time);
    }

    private void run(BooleanSupplier done, java.util.function.Supplier<String> complaint) {
        long begin = System.nanoTime();
        long end = deadline.orEarlier(begin + limit.toNanos());
        while (!done.getAsBoolean() && !ended) {
            if (System.nanoTime() - end >= 0) {
                throw new NoReply((deadline.isOver() ? Deadline.PASSED + ": " : "") + complaint.get() + " after "
                        + Math.min(limit.toMillis(), (System.nanoTime() - begin) / 1_000_000) + " ms; received so far: "
                        + Escapes.escape(received.peek()));
            }
            select(end);
            read();
        }
    }

    private void select(long end) {
        try {
            selector.select(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            selector.selectedKeys().clear();
        } catch (IOException e) {
            throw new NoReply("cannot wait for the server: " + e.getMessage(), e);
        }
    }

    private void write(ByteBuffer out) {
        try {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        } catch (IOException broken) {
            // What the server sent before it closed may still be there to be read.
            out.position(out.limit());
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void read() {
        try {
            int count;
            while ((count = channel.read(buffer.clear())) > 0) {
                received.add(buffer.flip());
            }
            ended = count < 0;
        } catch (IOException reset) {
            ended = true;
        }
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            ended = true;
        } catch (IOException e) {
            // Nothing is lost by a connection that cannot be closed properly.
            ended = true;
        }
    }
}
