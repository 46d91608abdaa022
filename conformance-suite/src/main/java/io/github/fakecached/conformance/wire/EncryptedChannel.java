package io.github.fakecached.conformance.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import tlschannel.ClientTlsChannel;
import tlschannel.TlsChannel;
import tlschannel.WouldBlockException;

/**
 * TLS over a channel that does not block, as a channel that does not either. What must wait is done by the next call: nothing is
 * read or written then, and 0 returned.
 */
final class EncryptedChannel implements ByteChannel {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TlsChannel channel;

    EncryptedChannel(SocketChannel socket, SSLContext context) {
        channel = ClientTlsChannel.newBuilder(socket, context).build();
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        try {
            return channel.read(buffer);
        } catch (WouldBlockException later) {
            return 0;
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int before = bytes.remaining();
        try {
            channel.write(bytes);
        } catch (WouldBlockException later) {
            if (!bytes.hasRemaining()) {
                writeTheRest();
            }
        }
        return before - bytes.remaining();
    }

    /** All bytes were taken, but the last record is still here: nobody would ask for it to be sent. */
    private void writeTheRest() throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                channel.write(ByteBuffer.allocate(0));
                return;
            } catch (WouldBlockException later) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("the server takes no more bytes");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
