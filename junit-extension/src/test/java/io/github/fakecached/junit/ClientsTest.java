package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeMemcached;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private static final List<MemcachedClient> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void theTestsOfAClassUseOneClientWhichIsClosedAfterThem() {
        JupiterRun.of(OneClientTestCases.class).passes(3);

        assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
        assertThatIllegalStateException().isThrownBy(() -> SEEN.get(0).get("k"));
    }

    @MemcachedTest
    static class OneClientTestCases {
        @RepeatedTest(3)
        void test(MemcachedClient client) throws Exception {
            assertThat(client.set("k", 0, "v").get()).isTrue();
            SEEN.add(client);
        }
    }

    @Test
    void theClientIsConnectedBeforeTheTestBegins() {
        JupiterRun.of(ConnectedTestCases.class).passes(1);
    }

    @MemcachedTest
    static class ConnectedTestCases {
        @Test
        void test(FakeMemcached memcached, MemcachedClient client) {
            assertThat(client.getAvailableServers()).containsExactly(memcached.address());
            // the operating system has connected them, perhaps before the fake has looked
            await().untilAsserted(() -> assertThat(memcached.stats()).containsEntry("curr_connections", "1"));
        }
    }

    @Test
    void aClientThatATestBrokeIsReplacedForTheNextTest() {
        for (Class<?> testCases :
                List.of(ShutdownTestCases.class, StoppedFakeTestCases.class, RestartedFakeTestCases.class)) {
            SEEN.clear();

            JupiterRun.of(testCases).passes(3);

            assertThat(SEEN).as(testCases.getName()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    abstract static class BreakingTestCases {
        @RepeatedTest(3)
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
            SEEN.add(client);
            breakIt(memcached, client);
        }

        abstract void breakIt(FakeMemcached memcached, MemcachedClient client);
    }

    @MemcachedTest
    static class ShutdownTestCases extends BreakingTestCases {
        @Override
        void breakIt(FakeMemcached memcached, MemcachedClient client) {
            client.shutdown();
        }
    }

    @MemcachedTest
    static class StoppedFakeTestCases extends BreakingTestCases {
        @Override
        void breakIt(FakeMemcached memcached, MemcachedClient client) {
            memcached.stop();
        }
    }

    @MemcachedTest
    static class RestartedFakeTestCases extends BreakingTestCases {
        @Override
        void breakIt(FakeMemcached memcached, MemcachedClient client) {
            memcached.restart();
        }
    }

    @Test
    void commandsThatATestDoesNotWaitForAreOverBeforeTheNextTest() {
        JupiterRun.of(ImpatientTestCases.class).passes(50);
    }

    @MemcachedTest
    static class ImpatientTestCases {
        @RepeatedTest(50)
        void test(FakeMemcached memcached, MemcachedClient client) {
            assertThat(memcached.contents().isEmpty()).isTrue();
            List<Future<Boolean>> ignored = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                ignored.add(client.set("k" + i, 0, "v"));
            }
            assertThat(ignored).hasSize(100);
        }
    }

    @Test
    void nothingIsPrintedWhileClientsComeAndGo() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            JupiterRun.of(ComingAndGoingTestCases.class).passes(200);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    static class ComingAndGoingTestCases {
        @RepeatedTest(200)
        void test(MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }
}
