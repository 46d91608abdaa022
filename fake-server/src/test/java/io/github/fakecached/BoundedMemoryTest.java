package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.fakecached.fault.CommandMatcher;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What clients may make a fake keep, measured: the heap after garbage collection and what lies outside of it, for the fake and
 * its clients together, which are in the same JVM. {@code docs/RELIABILITY.md} tells the bounds.
 */
class BoundedMemoryTest {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    /** Netty takes memory by chunks of some MiB, which other tests may have left full; without a bound it is 35 and more. */
    private static final long CHUNKS = 16L * MIB;

    private static final Duration STILL = Duration.ofMillis(300);
    private static final int DESCRIPTORS_FOR_OTHERS = 1000;

    private final List<SocketChannel> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (SocketChannel client : clients) {
            client.close();
        }
    }

    @Test
    void aClientThatPipelinesAMillionGetsAndNeverReadsCostsLittle() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.journal().setCapacity(0); // which has a bound of its own
            memcached.contents().put("k", "v".repeat(100));
            SocketChannel client = connect(memcached);
            long before = used();

            sendUntilNothingMoves(client, "get k\r\n".repeat(1_000), 1_000);

            assertThat(Long.parseLong(memcached.stats().get("get_hits"))).isLessThan(1_000_000);
            assertThat(grown("a client that does not read", before)).isLessThan(CHUNKS);
        }
    }

    @Test
    void whatComesWhileARequestIsHeldByAGateStaysWithTheOperatingSystem() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            var gate = memcached
                    .faults()
                    .on(CommandMatcher.command("get"))
                    .beforeExecute()
                    .gate();
            SocketChannel client = connect(memcached);
            long before = used();

            int sent = sendUntilNothingMoves(client, "get k\r\n".repeat(1_000), 5_000);

            assertThat(sent).isLessThan(5_000);
            assertThat(grown("a gate", before)).isLessThan(CHUNKS);
            gate.open();
        }
    }

    @Test
    void valuesThatAreAnnouncedButNotSentCostNothing() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                .memoryLimit(2048L * MIB)
                .maxItemSize(1024 * MIB)
                .start()) {
            long before = used();
            for (int i = 0; i < 100; i++) {
                send(connect(memcached), "set k 0 0 1073741000\r\n");
            }
            awaitConnections(memcached, 100);

            assertThat(grown("100 values of 1 GiB announced", before)).isLessThan(8L * MIB);
        }
    }

    @Test
    void halfSentSetsCostAFewTimesWhatWasSent() throws IOException {
        int connections = Math.min(Integer.getInteger("memory.connections", 1_000), roomForConnections());
        try (FakeMemcached memcached =
                FakeMemcached.builder().maxConnections(connections + 100).start()) {
            long before = used();
            for (int i = 0; i < connections; i++) {
                send(connect(memcached), "set k" + i + " 0 0 100000\r\n" + "v".repeat(500));
            }
            awaitConnections(memcached, connections);

            long grown = grown(connections + " half-sent sets", before);
            assertThat(grown / connections).isLessThan(20L * KIB);
        }
    }

    @Test
    void whatIsTooLargeIsSkippedAsItComes() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            SocketChannel text = connect(memcached);
            SocketChannel binary = connect(memcached);
            long before = used();
            send(text, "set k 0 0 2147483645\r\n");
            ByteBuffer head = ByteBuffer.allocate(33).putShort((short) 0x8001).putShort((short) 1);
            head.putInt(8 << 24).putInt(0x3fffffff).put(32, (byte) 'k').rewind();
            binary.write(head);
            ByteBuffer part = ByteBuffer.allocate(MIB);
            for (int sent = 0; sent < 100; sent++) {
                sendAll(text, part.rewind());
                sendAll(binary, part.rewind());
            }
            await().until(() -> Long.parseLong(memcached.stats().get("bytes_read")) > 200L * MIB);

            assertThat(grown("200 MiB of values that are too large", before)).isLessThan(8L * MIB);
        }
    }

    @Test
    void aLineWithoutEndIsHungUpOnAndALongOneOfKeysForgotten() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start()) {
            long before = heap(); // Netty keeps buffers for the next such line
            for (int i = 0; i < 50; i++) {
                send(connect(memcached), "get " + "nope ".repeat(300_000) + "\r\n");
            }
            await().until(() -> memcached.stats().get("get_misses").equals(Integer.toString(50 * 300_000)));
            assertThat(grown("50 connections after a line of 1.5 MB, in the heap alone", before, heap()))
                    .isLessThan(8L * MIB);

            SocketChannel endless = connect(memcached);
            endless.configureBlocking(true);
            endless.socket().setSoTimeout(5_000);
            send(endless, "get " + "nope ".repeat(17 * MIB / 5));
            assertThat(endless.socket().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void theJournalKeepsTheFirst128KeysOfARequest() throws IOException {
        int exchanges = Integer.getInteger("memory.exchanges", 1_000);
        try (FakeMemcached memcached = FakeMemcached.start()) {
            memcached.journal().setCapacity(exchanges);
            SocketChannel client = connect(memcached);
            String request = "get " + ("k".repeat(250) + " ").repeat(200) + "\r\n";
            send(client, request); // for Netty's buffers
            await().until(() -> memcached.stats().get("get_misses").equals("200"));
            memcached.journal().clear();
            long before = used();

            for (int i = 0; i < exchanges; i++) {
                send(client, request);
            }
            await().until(() -> memcached.journal().count() == exchanges);

            long grown = grown(exchanges + " exchanges with the longest keys", before);
            assertThat(grown / exchanges).isBetween(128L * 250, 48L * KIB);
        }
    }

    /** Bytes in use by the heap after garbage collection, and outside of it by buffers. */
    private static long used() {
        long heap = heap();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return heap + Math.max(direct, PlatformDependent.usedDirectMemory());
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long grown(String by, long before) {
        return grown(by, before, used());
    }

    private static long grown(String by, long before, long after) {
        long grown = after - before;
        System.out.printf("memory for %s: %,d bytes%n", by, grown);
        return grown;
    }

    private static int roomForConnections() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount() - DESCRIPTORS_FOR_OTHERS) / 2
                : Integer.MAX_VALUE;
    }

    private SocketChannel connect(FakeMemcached memcached) throws IOException {
        SocketChannel client = SocketChannel.open(memcached.address());
        clients.add(client);
        return client;
    }

    private static void awaitConnections(FakeMemcached memcached, int connections) {
        await().until(() -> memcached.stats().get("curr_connections").equals(Integer.toString(connections)));
        await().during(STILL).until(() -> memcached.isRunning());
    }

    /** Sends a text so many times, unless it is taken no more; gives how many times it was. */
    private static int sendUntilNothingMoves(SocketChannel client, String text, int times) throws IOException {
        client.configureBlocking(false);
        ByteBuffer part = bytes(text);
        int sent = 0;
        long moved = System.nanoTime();
        while (sent < times && System.nanoTime() - moved < STILL.toNanos()) {
            if (client.write(part) > 0) {
                moved = System.nanoTime();
            }
            if (!part.hasRemaining()) {
                part.rewind();
                sent++;
            }
        }
        return sent;
    }

    private static void send(SocketChannel client, String text) throws IOException {
        sendAll(client, bytes(text));
    }

    private static void sendAll(SocketChannel client, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
