package io.github.fakecached.benchmark.sidebyside;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/** One connection of a {@link LoadGenerator}, and the batches that are sent on it in turn. */
final class LoadClient implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final List<Batch> batches;
    private Batch batch;
    private int next;
    private long awaited;
    private long sentAt;
    private long answeredAt;

    LoadClient(InetSocketAddress server, List<Batch> batches, Selector selector) throws IOException {
        this.batches = batches;
        this.batch = batches.get(0);
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void sendNext() throws IOException {
        batch = batches.get(next);
        next = (next + 1) % batches.size();
        batch.requests().rewind();
        awaited = batch.replyLength();
        sentAt = System.nanoTime();
        write();
    }

    private void write() throws IOException {
        channel.write(batch.requests());
        boolean all = !batch.requests().hasRemaining();
        key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Writes and reads what can be; whether all replies to the batch have come by that. */
    boolean goOn(ByteBuffer received) throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable()) {
            return false;
        }
        received.clear();
        int count = channel.read(received);
        if (count < 0) {
            throw new EOFException("the server has closed a connection");
        }
        awaited -= count;
        if (awaited < 0) {
            throw new IOException("the server has answered " + -awaited + " bytes more than was asked for");
        }
        answeredAt = System.nanoTime();
        return awaited == 0;
    }

    /** Nanoseconds from sending the batch to the last byte of its replies. */
    long latency() {
        return answeredAt - sentAt;
    }

    /** How many requests the batch has. */
    int requests() {
        return batch.count();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
