package io.github.fakecached.junit;

import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.journal.Exchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Faults and journals belong to one test, however fakes are shared. */
class FaultsAndJournalTest {

    private static final int TIME_LIMIT_MILLIS = 10_000;
    private static final Set<FakeCluster> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    /** Sends a line over a connection of its own, and gives the first line of the reply; null if the connection is closed. */
    private static String ask(FakeMemcached node, String line) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(node.address(), TIME_LIMIT_MILLIS);
            socket.setSoTimeout(TIME_LIMIT_MILLIS);
            socket.getOutputStream().write((line + "\r\n").getBytes());
            return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
        }
    }

    private static List<String> commands(FakeMemcached node) {
        return node.journal().exchanges().stream().map(Exchange::command).toList();
    }

    @Test
    void faultsAndExchangesOfOneTestAreNotThoseOfTheNext() {
        JupiterRun.of(OneAfterAnotherTestCases.class).passes(3);
    }

    @MemcachedTest
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class OneAfterAnotherTestCases {

        @Memcached
        FakeMemcached memcached;

        @Test
        @Order(1)
        void first() throws IOException {
            memcached.faults().on(anyCommand()).reply("SERVER_ERROR for the first");
            assertThat(ask(memcached, "get k")).isEqualTo("SERVER_ERROR for the first");
            assertThat(commands(memcached)).containsExactly("get");
        }

        @Test
        @Order(2)
        void second() throws IOException {
            assertThat(memcached.faults().list()).isEmpty();
            assertThat(memcached.journal().exchanges()).isEmpty();
            assertThat(ask(memcached, "mn")).isEqualTo("MN");
        }

        @Nested
        class Inner {

            @BeforeEach
            void addAFault() {
                memcached.faults().on(command("mn")).reply("SERVER_ERROR inner");
            }

            @Test
            void hasTheFaultsOfItsOwn() throws IOException {
                assertThat(ask(memcached, "mn")).isEqualTo("SERVER_ERROR inner");
                assertThat(ask(memcached, "get k")).isEqualTo("END");
                assertThat(commands(memcached)).containsExactly("mn", "get");
            }
        }
    }

    @Test
    void withoutResetFaultsAndExchangesStay() {
        JupiterRun.of(WithoutResetTestCases.class).passes(2);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WithoutResetTestCases {

        @Test
        @Order(1)
        void first(FakeMemcached memcached) throws IOException {
            memcached.faults().on(command("get")).times(1).reply("SERVER_ERROR once");
            assertThat(ask(memcached, "mn")).isEqualTo("MN");
        }

        @Test
        @Order(2)
        void second(FakeMemcached memcached) throws IOException {
            assertThat(ask(memcached, "get k")).isEqualTo("SERVER_ERROR once");
            assertThat(commands(memcached)).containsExactly("mn", "get");
        }
    }

    @Test
    void aThousandParallelTestsOnThreeNodesLeaveNothingBehind() {
        JupiterRun.of(JupiterRun.PARALLEL, ThreeNodesTestCases.class).passes(1_000);
        Set<Thread> threads = threads();
        long files = openFiles();
        SEEN.clear();

        JupiterRun.of(JupiterRun.PARALLEL, ThreeNodesTestCases.class).passes(1_000);

        assertThat(SEEN).hasSizeBetween(1, 8);
        for (FakeCluster cluster : SEEN) {
            for (FakeMemcached node : cluster.nodes().values()) {
                InetSocketAddress address = node.address();
                assertThat(node.isRunning()).isFalse();
                assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()).close())
                        .isInstanceOf(IOException.class);
            }
        }
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(threads()).isSubsetOf(threads);
            assertThat(openFiles()).isLessThanOrEqualTo(files);
        });
        assertThat(BufferLeaks.find()).isEmpty();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .collect(Collectors.toSet());
    }

    /** Files and sockets, where the system tells their number. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    @MemcachedTest(nodes = {"a", "b", "c"})
    static class ThreeNodesTestCases {

        @RepeatedTest(1_000)
        void test(FakeCluster cluster, RepetitionInfo repetition) throws IOException {
            SEEN.add(cluster);
            FakeMemcached a = cluster.node("a");
            FakeMemcached b = cluster.node("b");
            FakeMemcached c = cluster.node("c");
            a.faults().on(command("get").key("k")).times(1).afterExecute().reply("SERVER_ERROR a");
            b.faults().on(command("get")).beforeExecute().close();
            String value = "v" + repetition.getCurrentRepetition();
            c.contents().put("k", value);

            assertThat(ask(a, "get k")).isEqualTo("SERVER_ERROR a");
            assertThat(ask(a, "get k")).isEqualTo("END");
            assertThat(ask(b, "get k")).isNull();
            assertThat(ask(c, "get k")).isEqualTo("VALUE k 0 " + value.length());
            assertThat(Map.of("a", commands(a), "b", commands(b), "c", commands(c)))
                    .isEqualTo(Map.of("a", List.of("get", "get"), "b", List.of("get"), "c", List.of("get")));
            if (repetition.getCurrentRepetition() % 10 == 0) {
                c.kill();
                assertThatThrownBy(() -> ask(c, "get k")).isInstanceOf(IOException.class);
            } else if (repetition.getCurrentRepetition() % 10 == 5) {
                c.partition();
            }
        }
    }
}
