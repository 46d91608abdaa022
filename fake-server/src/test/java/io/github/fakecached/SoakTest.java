package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.fakecached.fault.CommandMatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One fake under clients without manners, with troubles and without, for {@code -Dsoak.seconds}: a moment in each build, longer
 * where somebody wants to know. In rounds: in the calm ones a client with manners must hear nothing but the truth meanwhile; after
 * each the fake must be as it was: nobody connected, nothing logged, nothing kept.
 */
class SoakTest {

    private static final int SECONDS = Integer.getInteger("soak.seconds", 4);
    private static final int ROUNDS_MIN = 4;
    private static final int ROUND_SECONDS = Math.max(1, Math.min(10, SECONDS / ROUNDS_MIN));
    private static final long SEED = Long.getLong("soak.seed", 20_261_122);
    private static final int CLIENTS = 16;
    /** A long soak may be the least of what its machine has to do. */
    private static final int PATIENCE_MILLIS = 60_000;

    private static final long HEAP_TOLERANCE = 4L * 1024 * 1024;

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Random random = new Random(SEED);
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final PrintStream standardError = System.err;

    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** What the operating system and the JVM have given. */
    private record Holdings(long heap, long descriptors, int threads) {

        static Holdings now() {
            System.gc();
            System.gc();
            return new Holdings(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                            ? system.getOpenFileDescriptorCount()
                            : 0,
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(collector);
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8)); // where Netty's log goes in these tests
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(standardError);
        Logger.getLogger("").removeHandler(collector);
    }

    @Test
    void afterAnyRoundTheFakeIsAsItWasBefore() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        try (FakeMemcached memcached = FakeMemcached.start()) {
            round(memcached, false);
            round(memcached, true);
            Holdings first = settled(memcached);
            Holdings last = first;
            int rounds = 2;
            while (rounds < ROUNDS_MIN || System.nanoTime() < end) {
                round(memcached, rounds % 2 == 1);
                rounds++;
                last = settled(memcached);
                System.out.printf(
                        "round %d: %,d requests over %,d connections, %s%n",
                        rounds, requests.get(), connections.get(), last);
                assertDescriptorsOfNoMoreThan(first);
                assertThat(last.threads()).isLessThanOrEqualTo(first.threads());
                assertThat(last.heap()).isLessThan(first.heap() + HEAP_TOLERANCE);
                assertThat(warnings).isEmpty();
                assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
            }
            System.out.printf("soak of %d rounds, seed %d: at first %s, at last %s%n", rounds, SEED, first, last);
        }
    }

    /** A socket that is closed keeps its descriptor until the event loop selects again, which one that leaks does for ever. */
    private static void assertDescriptorsOfNoMoreThan(Holdings first) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Holdings.now().descriptors())
                        .as(SoakTest::openFiles)
                        .isLessThanOrEqualTo(first.descriptors()));
    }

    /** What the descriptors are, where the operating system tells. */
    private static String openFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return "open: "
                    + descriptors
                            .map(descriptor -> {
                                try {
                                    return Files.readSymbolicLink(descriptor).toString();
                                } catch (IOException e) {
                                    return e.toString(); // closed meanwhile
                                }
                            })
                            .sorted()
                            .toList();
        } catch (IOException e) {
            return "descriptors";
        }
    }

    private void round(FakeMemcached memcached, boolean troubled) throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            SoakClient client = new SoakClient(memcached.address(), random.nextLong(), requests, connections);
            Thread thread = new Thread(() -> client.run(goesOn::get), "soak-client-" + i);
            thread.setDaemon(true);
            clients.add(thread);
        }
        clients.forEach(Thread::start);
        long end = System.nanoTime() + Duration.ofSeconds(ROUND_SECONDS).toNanos();
        while (System.nanoTime() < end) {
            if (troubled) {
                trouble(memcached);
                awaitRequests(50);
            } else {
                assertTruth(memcached);
            }
        }
        goesOn.set(false);
        memcached.faults().clear();
        if (!memcached.isRunning()) {
            memcached.restart();
        }
        memcached.heal();
        memcached.resume();
        for (Thread client : clients) {
            client.join(PATIENCE_MILLIS);
            assertThat(client.isAlive()).as(client.getName()).isFalse();
        }
    }

    /** Sent together, these are served together, whatever others do. */
    private void assertTruth(FakeMemcached memcached) throws IOException {
        Socket socket = TextConversation.connected(memcached.address());
        socket.setSoTimeout(PATIENCE_MILLIS);
        try (TextConversation client = new TextConversation(socket)) {
            for (int i = 0; i < 100; i++) {
                String value = Long.toHexString(random.nextLong());
                String item = value.length() + "\r\n" + value + "\r\n";
                assertThat(client.say("set truth 5 0 " + item + "get truth\r\nincr truth-not-there 1\r\n"))
                        .isEqualTo("STORED\r\nVALUE truth 5 " + item + "END\r\nNOT_FOUND\r\n");
            }
        }
    }

    /** Lets the clients say something in between, if they can. */
    private void awaitRequests(int count) {
        long enough = requests.get() + count;
        long end = System.nanoTime() + Duration.ofMillis(100).toNanos();
        while (requests.get() < enough && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void trouble(FakeMemcached memcached) {
        var requests = memcached
                .faults()
                .on(CommandMatcher.anyCommand())
                .probability(random.nextDouble() / 5, random.nextLong());
        switch (random.nextInt(18)) {
            case 0 -> requests.beforeExecute().delay(Duration.ofMillis(random.nextInt(20)));
            case 1 -> requests.beforeExecute().dropRequest();
            case 2 -> requests.beforeExecute().replyEarly("SERVER_ERROR early");
            case 3 -> requests.beforeExecute().stall();
            case 4 -> requests.afterExecute().dropReply();
            case 5 -> requests.afterExecute().close();
            case 6 -> requests.afterExecute().reset();
            case 7 -> requests.duringReply().truncateAfter(3).thenReset();
            case 8 -> requests.duringReply().garbage(new byte[] {1, 2, 3});
            case 9 -> requests.duringReply().drip(Duration.ofMillis(1));
            case 10 -> {
                if (random.nextBoolean()) {
                    memcached.faults().onConnect().times(5).close();
                } else {
                    memcached.faults().onConnect().refuse();
                }
            }
            case 11 -> memcached.reset();
            case 12 -> {
                memcached.kill();
                memcached.restart();
            }
            case 13 -> memcached.restartKeepingData();
            case 14 -> {
                memcached.pause();
                memcached.resume();
            }
            case 15 -> {
                memcached.partition();
                memcached.heal();
            }
            case 16 -> memcached.clock().advance(Duration.ofSeconds(random.nextInt(60)));
            default -> memcached.faults().clear();
        }
    }

    /** When everybody has gone. */
    private static Holdings settled(FakeMemcached memcached) {
        await().atMost(Duration.ofMillis(PATIENCE_MILLIS))
                .untilAsserted(() -> assertThat(memcached.stats()).containsEntry("curr_connections", "0"));
        assertCountersGoWithItems(memcached);
        memcached.reset();
        assertThat(memcached.stats())
                .containsEntry("curr_items", "0")
                .containsEntry("bytes", "0")
                .containsEntry("cmd_get", "0");
        return Holdings.now();
    }

    private static void assertCountersGoWithItems(FakeMemcached memcached) {
        Map<String, String> stats = memcached.stats();
        assertThat(memcached.contents().size()).isLessThanOrEqualTo(number(stats, "curr_items"));
        assertThat(number(stats, "get_hits") + number(stats, "get_misses")).isEqualTo(number(stats, "cmd_get"));
        long values = memcached.contents().items().stream()
                .mapToLong(item -> item.value().length)
                .sum();
        assertThat(values).isLessThanOrEqualTo(Math.max(0, number(stats, "bytes")));
    }

    private static int number(Map<String, String> stats, String name) {
        return Integer.parseInt(stats.get(name));
    }
}
