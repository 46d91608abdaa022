package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.benchmark.sidebyside.BareServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How much live heap items, idle fakes and idle connections take, and how many threads. Prints a table in Markdown. */
final class Footprint {

    private static final int ITEMS = 1_000_000;
    private static final int FAKES = 1_000;
    private static final int CONNECTIONS = 10_000;
    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);
    private static final int VERSION_LENGTH = "VERSION 1.6.45\r\n".length();
    private static final PrintStream OUT = System.out;

    private Footprint() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        warmUp();
        OUT.println("| what | heap each | threads |\n| --- | --- | --- |");
        items();
        bareChannels();
        fakes();
        connections();
    }

    private static void warmUp() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                RawClient client = new RawClient(memcached.address())) {
            client.ask(VERSION, VERSION_LENGTH);
        }
    }

    private static void items() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().memoryLimit(1L << 30).start();
                RawClient client = new RawClient(memcached.address())) {
            memcached.journal().setCapacity(0);
            long before = liveHeap();
            StringBuilder sets = new StringBuilder();
            for (int i = 0; i < ITEMS; i++) {
                sets.append("set key-%012d 0 0 32 noreply\r\n".formatted(i))
                        .append("v".repeat(32))
                        .append("\r\n");
                if (i % 1000 == 999) {
                    client.ask(sets.append("version\r\n").toString().getBytes(US_ASCII), VERSION_LENGTH);
                    sets.setLength(0);
                }
            }
            if (memcached.contents().size() != ITEMS) {
                throw new IllegalStateException("only " + memcached.contents().size() + " items are left");
            }
            print("items with keys of 16 bytes and values of 32", ITEMS, liveHeap() - before, 0);
        }
    }

    private static void fakes() throws IOException {
        int threads = threads();
        long before = liveHeap();
        List<FakeMemcached> fakes = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < FAKES; i++) {
            FakeMemcached memcached = FakeMemcached.start();
            fakes.add(memcached);
            try (RawClient client = new RawClient(memcached.address())) {
                client.ask(VERSION, VERSION_LENGTH);
            }
        }
        long nanos = System.nanoTime() - start;
        print("idle fakes, each of which was asked for its version", FAKES, liveHeap() - before, threads() - threads);
        start = System.nanoTime();
        fakes.forEach(FakeMemcached::close);
        OUT.printf(
                "%n%,d fakes: started and asked in %,d ms, closed in %,d ms%n%n",
                FAKES, nanos / 1_000_000, (System.nanoTime() - start) / 1_000_000);
    }

    /** What Netty alone takes for a socket that listens, which is a part of each fake. */
    private static void bareChannels() throws InterruptedException {
        int threads = threads();
        long before = liveHeap();
        List<Channel> channels = new ArrayList<>();
        ServerBootstrap bootstrap = BareServer.bootstrap();
        for (int i = 0; i < FAKES; i++) {
            channels.add(
                    bootstrap.bind(InetAddress.getLoopbackAddress(), 0).sync().channel());
        }
        print("bare server channels of Netty", FAKES, liveHeap() - before, threads() - threads);
        for (Channel channel : channels) {
            channel.close().sync();
        }
        bootstrap.config().group().shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }

    private static void connections() throws IOException {
        try (FakeMemcached memcached =
                FakeMemcached.builder().maxConnections(CONNECTIONS + 1000).start()) {
            memcached.journal().setCapacity(0);
            int threads = threads();
            long before = liveHeap();
            try (IdleClients clients = IdleClients.connect(memcached.port(), CONNECTIONS)) {
                print("idle connections", CONNECTIONS, liveHeap() - before, threads() - threads);
                OUT.println("refused: " + memcached.stats().get("rejected_connections"));
            }
        }
    }

    private static void print(String what, int count, long heap, int threads) {
        OUT.printf("| %,d %s | %.1f B | %d |%n", count, what, (double) heap / count, threads);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
