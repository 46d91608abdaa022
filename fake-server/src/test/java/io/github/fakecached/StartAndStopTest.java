package io.github.fakecached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fakes come and go, and leave nothing behind: no socket, no thread, no descriptor, whoever starts or stops them, and when. */
class StartAndStopTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int ROUNDS = Integer.getInteger("lifecycle.rounds", 1_000);

    @Test
    void startingAndStoppingManyTimesLeavesNothingBehind() {
        startAndStop(100);
        int threads = Thread.activeCount();
        long descriptors = descriptors();
        long heap = heap();
        long begin = System.nanoTime();

        startAndStop(ROUNDS);

        long micros = (System.nanoTime() - begin) / 1000 / ROUNDS;
        System.out.printf(
                "%,d starts and stops: %d us each, threads %d -> %d, descriptors %d -> %d, heap %,d -> %,d%n",
                ROUNDS, micros, threads, Thread.activeCount(), descriptors, descriptors(), heap, heap());
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
        await().untilAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(descriptors));
        assertThat(heap() - heap).isLessThan(2_000_000);
    }

    @Test
    void closingInTheMiddleOfLoadReturnsAtOnceAndFreesThePort() throws Exception {
        FakeMemcached memcached = FakeMemcached.start();
        AtomicLong answered = new AtomicLong();
        List<Thread> load = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            load.add(new Thread(() -> load(memcached.address(), answered)));
        }
        load.forEach(Thread::start);
        await().until(() -> answered.get() > 1_000);

        long begin = System.nanoTime();
        memcached.close();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        System.out.printf("close() under load took %d ms%n", took.toMillis());
        assertThat(took).isLessThan(AT_ONCE);
        assertIsFree(memcached.address());
        for (Thread client : load) {
            client.join(5_000);
            assertThat(client.isAlive()).isFalse();
        }
    }

    @Test
    void anInterruptedThreadStartsAndClosesAFakeAndStaysInterrupted() throws IOException {
        InetSocketAddress address;
        try {
            Thread.currentThread().interrupt();
            try (FakeMemcached memcached = FakeMemcached.start()) {
                address = memcached.address();
                assertThat(memcached.stats()).containsEntry("curr_items", "0");
                memcached.reset();
                memcached.restart();
                assertThat(memcached.isRunning()).isTrue();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            }
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertIsFree(address);
    }

    @Test
    void aSecondPortThatIsTakenLeavesTheFirstFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress first;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                first = (InetSocketAddress) free.getLocalSocketAddress();
            }
            FakeMemcachedBuilder builder = FakeMemcached.builder()
                    .listeners(
                            Listener.on("127.0.0.1", first.getPort()), Listener.on("127.0.0.1", taken.getLocalPort()));
            assertThatIllegalStateException()
                    .isThrownBy(builder::start)
                    .withMessageContaining(":" + taken.getLocalPort());
            assertIsFree(first);
        }
    }

    @Test
    void manyThreadsMayCloseAFakeAtOnce() throws Exception {
        FakeMemcached memcached = FakeMemcached.start();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> closing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(memcached::close);
            thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
            closing.add(thread);
        }
        closing.forEach(Thread::start);
        for (Thread thread : closing) {
            thread.join(5_000);
        }
        assertThat(failures).isEmpty();
        assertThat(memcached.isRunning()).isFalse();
        assertIsFree(memcached.address());
    }

    @ParameterizedTest
    @MethodSource
    void aCallThatNeedsAServerSaysThatItIsStopped(Consumer<FakeMemcached> call) {
        FakeMemcached memcached = FakeMemcached.start();
        memcached.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> call.accept(memcached))
                .withMessageContainingAll("is stopped", "restart() it first");
    }

    static List<Consumer<FakeMemcached>> aCallThatNeedsAServerSaysThatItIsStopped() {
        return List.of(
                FakeMemcached::reset,
                FakeMemcached::stats,
                FakeMemcached::pause,
                FakeMemcached::partition,
                memcached -> memcached.contents().get("k"),
                memcached -> memcached.contents().put("k", "v"),
                memcached -> memcached.contents().remove("k"),
                memcached -> memcached.contents().isEmpty());
    }

    @Test
    void whatWasRecordedCanBeLookedAtAfterwards() {
        FakeMemcached memcached = FakeMemcached.start();
        memcached.close();
        assertThat(memcached.journal().exchanges()).isEmpty();
        assertThat(memcached.address().getPort()).isPositive();
        assertThat(memcached.clock().now()).isNotNull();
        memcached.resume();
        memcached.heal();
        assertThat(memcached.isPaused()).isFalse();
    }

    @Test
    @Timeout(60)
    void aFakeThatNobodyClosesKeepsNoJvmAlive() throws Exception {
        assertForgottenFakeServes("-Dfakecached.nothing=true");
    }

    @Test
    @Timeout(60)
    void noFolderForTemporaryFilesIsNeeded() throws Exception {
        assertForgottenFakeServes("-Djava.io.tmpdir=/there/is/no/such/folder");
    }

    @Test
    void theLoopbackAddressOfIpv6IsServed() throws IOException {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "there is no IPv6 here");
        try (FakeMemcached memcached = FakeMemcached.builder().host("::1").start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(memcached.address().getAddress()).isEqualTo(loopback);
            assertThat(client.say("mn\r\n")).isEqualTo("MN\r\n");
        }
    }

    private static void assertForgottenFakeServes(String option) throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        option,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Forgotten.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(jvm.getInputStream().readAllBytes(), UTF_8);
            assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).as(output).isTrue();
            assertThat(output).contains("main has ended");
            assertThat(jvm.exitValue()).isZero();
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** Starts a fake and a client that watches it, and closes none. */
    static final class Forgotten {

        public static void main(String[] arguments) throws IOException {
            FakeMemcached memcached = FakeMemcached.builder()
                    .idleTimeout(Duration.ofHours(1))
                    .udpPort(0)
                    .start();
            TextConversation client = new TextConversation(memcached.address());
            client.send("watch\r\n");
            client.readLine();
            System.out.println("main has ended");
        }
    }

    private static void startAndStop(int rounds) {
        for (int i = 0; i < rounds; i++) {
            FakeMemcached.start().close();
        }
    }

    private static void load(InetSocketAddress address, AtomicLong answered) {
        try (TextConversation client = new TextConversation(address)) {
            while (true) {
                client.say("set k 0 0 3\r\nabc\r\nget k\r\n");
                answered.incrementAndGet();
            }
        } catch (IOException closed) {
            // which ends it
        }
    }

    private static void assertIsFree(InetSocketAddress address) throws IOException {
        new ServerSocket(address.getPort(), 1, address.getAddress()).close();
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
