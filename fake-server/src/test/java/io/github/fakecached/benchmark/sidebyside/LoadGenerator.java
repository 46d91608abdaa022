package io.github.fakecached.benchmark.sidebyside;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many clients in one thread, each of which sends its next batch once all replies to the last one have come. Replies are counted
 * and not read, so that this takes less of its core than the server of its own.
 */
final class LoadGenerator implements AutoCloseable {

    private static final long STALL_LIMIT_MILLIS = 10_000;
    private static final int LATENCIES = 1 << 20;

    private final Selector selector = Selector.open();
    private final List<LoadClient> clients = new ArrayList<>();
    private final ByteBuffer received = ByteBuffer.allocateDirect(1 << 20);

    /** Stores every key, and connects the clients. */
    LoadGenerator(InetSocketAddress server, Workload workload) throws IOException {
        LoadClient filler = new LoadClient(server, workload.filling(), selector);
        for (int i = 0; i < workload.keys(); i++) {
            filler.sendNext();
            while (!serveReady().contains(filler)) {
                // Its reply has not come yet.
            }
        }
        filler.close();
        for (int i = 0; i < workload.connections(); i++) {
            clients.add(new LoadClient(server, workload.batches(i), selector));
        }
    }

    /** Asks for this long; the requests that were answered meanwhile. */
    Load run(Duration time) throws IOException {
        long[] latencies = new long[LATENCIES];
        int batches = 0;
        long requests = 0;
        long start = System.nanoTime();
        for (LoadClient client : clients) {
            client.sendNext();
        }
        while (System.nanoTime() - start < time.toNanos()) {
            for (LoadClient client : serveReady()) {
                latencies[batches++ & (LATENCIES - 1)] = client.latency();
                requests += client.requests();
                client.sendNext();
            }
        }
        long nanos = System.nanoTime() - start;
        awaitLastReplies();
        long[] sorted = Arrays.copyOf(latencies, Math.min(batches, LATENCIES));
        Arrays.sort(sorted);
        return new Load(requests, nanos, sorted);
    }

    private void awaitLastReplies() throws IOException {
        for (int answered = 0; answered < clients.size(); ) {
            answered += serveReady().size();
        }
    }

    /** Waits until something can be read or written and does that; the clients whose replies are complete now. */
    private List<LoadClient> serveReady() throws IOException {
        if (selector.select(STALL_LIMIT_MILLIS) == 0) {
            throw new IOException("the server has answered nothing for " + STALL_LIMIT_MILLIS + " ms");
        }
        List<LoadClient> answered = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            LoadClient client = (LoadClient) key.attachment();
            if (client.goOn(received)) {
                answered.add(client);
            }
        }
        selector.selectedKeys().clear();
        return answered;
    }

    @Override
    public void close() throws IOException {
        for (LoadClient client : clients) {
            client.close();
        }
        selector.close();
    }
}
