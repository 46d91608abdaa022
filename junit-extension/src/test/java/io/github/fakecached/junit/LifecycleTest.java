package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final List<FakeMemcached> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void byDefaultTheFakeOfTheClassIsResetBeforeEachTest() {
        JupiterRun.of(PerClassTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
        assertThat(SEEN.get(0).isRunning()).isFalse();
    }

    @MemcachedTest
    static class PerClassTestCases {
        @BeforeAll
        static void whatIsStoredHereIsGone(FakeMemcached memcached) {
            memcached.contents().put("before all", "v");
        }

        @Test
        void one(FakeMemcached memcached, MemcachedClient client) throws Exception {
            leaveTraces(memcached, client);
        }

        @Test
        void another(FakeMemcached memcached, MemcachedClient client) throws Exception {
            leaveTraces(memcached, client);
        }

        private static void leaveTraces(FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(memcached.contents().isEmpty()).isTrue();
            assertThat(memcached.stats()).containsEntry("cmd_set", "0");
            assertThat(memcached.clock().isPaused()).isFalse();
            assertThat(memcached.clock().now()).isBefore(Instant.now().plusSeconds(5));
            assertThat(client.set("k", 0, "v").get()).isTrue();
            memcached.clock().pause();
            memcached.clock().advance(Duration.ofHours(1));
            SEEN.add(memcached);
        }
    }

    @Test
    void perMethodEachTestHasANewFake() {
        JupiterRun.of(PerMethodTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates().noneMatch(FakeMemcached::isRunning);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    static class PerMethodTestCases {
        @Memcached
        MemcachedClient client;

        private final FakeMemcached constructed;

        PerMethodTestCases(FakeMemcached memcached) {
            constructed = memcached;
        }

        @Test
        void one(FakeMemcached memcached) throws Exception {
            useItsOwn(memcached);
        }

        @Test
        void another(FakeMemcached memcached) throws Exception {
            useItsOwn(memcached);
        }

        private void useItsOwn(FakeMemcached memcached) throws Exception {
            assertThat(SEEN).noneMatch(FakeMemcached::isRunning);
            assertThat(memcached).isSameAs(constructed);
            assertThat(client.add("k", 0, "v").get()).isTrue();
            assertThat(memcached.contents().size()).isEqualTo(1);
            SEEN.add(memcached);
        }
    }

    @Test
    void perMethodThereIsNoFakeForTheClass() {
        assertThat(JupiterRun.of(PerMethodStaticTestCases.class).failure())
                .hasMessageContainingAll("PER_METHOD", "none for a static field", "Choose another lifecycle");
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    static class PerMethodStaticTestCases {
        @Memcached
        static FakeMemcached memcached;

        @Test
        void test() {}
    }

    @Test
    void withoutResetItemsAndTimeGoOn() {
        JupiterRun.of(WithoutResetTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
        assertThat(SEEN.get(0).isRunning()).isFalse();
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET)
    static class WithoutResetTestCases {
        @BeforeAll
        static void store(FakeMemcached memcached) {
            memcached.contents().put("n", "0");
            memcached.clock().pause();
        }

        @Test
        void one(FakeMemcached memcached, MemcachedClient client) {
            count(memcached, client);
        }

        @Test
        void another(FakeMemcached memcached, MemcachedClient client) {
            count(memcached, client);
        }

        private static void count(FakeMemcached memcached, MemcachedClient client) {
            SEEN.add(memcached);
            assertThat(client.incr("n", 1)).isEqualTo(SEEN.size());
            assertThat(memcached.clock().isPaused()).isTrue();
        }
    }

    @Test
    void perRunClassesWithTheSameSettingsShareAFake() {
        JupiterRun.of(PerRunTestCases.class, PerRunTooTestCases.class, PerRunOldVersionTestCases.class)
                .passes(3);

        assertThat(SEEN).hasSize(3);
        assertThat(SEEN.get(1)).isSameAs(SEEN.get(0));
        assertThat(SEEN.get(2)).isNotSameAs(SEEN.get(0));
        assertThat(SEEN).noneMatch(FakeMemcached::isRunning);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN)
    static class PerRunTestCases {
        @Test
        void test(FakeMemcached memcached) {
            memcached.contents().put("k", "v");
            SEEN.add(memcached);
        }
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN)
    static class PerRunTooTestCases {
        @Test
        void test(FakeMemcached memcached) {
            assertThat(memcached.contents().get("k")).isPresent();
            SEEN.add(memcached);
        }
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN, version = MemcachedVersion.V1_6_18)
    static class PerRunOldVersionTestCases {
        @Test
        void test(FakeMemcached memcached) {
            assertThat(memcached.contents().isEmpty()).isTrue();
            SEEN.add(memcached);
        }
    }
}
