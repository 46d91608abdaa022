package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class ParallelExecutionTest {

    private static final Set<FakeMemcached> SEEN = ConcurrentHashMap.newKeySet();
    private static final CyclicBarrier TOGETHER = new CyclicBarrier(2);

    @BeforeEach
    void forget() {
        SEEN.clear();
        TOGETHER.reset();
    }

    /** Two tests that run at the same time, and would see each other's items in a common fake. */
    private static void storeTogether(FakeMemcached memcached, MemcachedClient client) throws Exception {
        SEEN.add(memcached);
        TOGETHER.await(10, TimeUnit.SECONDS);
        assertThat(client.add("k", 0, "v").get()).isTrue();
        TOGETHER.await(10, TimeUnit.SECONDS);
        assertThat(memcached.contents().size()).isEqualTo(1);
    }

    @Test
    void testsOfAClassThatRunAtTheSameTimeHaveAFakeEach() {
        JupiterRun.of(JupiterRun.PARALLEL, MethodsTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2).noneMatch(FakeMemcached::isRunning);
    }

    @MemcachedTest
    static class MethodsTestCases {
        @Test
        void one(FakeMemcached memcached, MemcachedClient client) throws Exception {
            storeTogether(memcached, client);
        }

        @Test
        void another(FakeMemcached memcached, MemcachedClient client) throws Exception {
            storeTogether(memcached, client);
        }
    }

    @Test
    void constructorsAndFieldsOfTestsThatRunAtTheSameTimeGetTheFakeOfTheirTest() {
        JupiterRun.of(JupiterRun.PARALLEL, InstancesTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2);
    }

    @MemcachedTest
    static class InstancesTestCases {
        private final FakeMemcached constructed;

        @Memcached
        private FakeMemcached field;

        InstancesTestCases(FakeMemcached memcached) {
            constructed = memcached;
        }

        @Test
        void one(MemcachedClient client) throws Exception {
            assertThat(field).isSameAs(constructed);
            storeTogether(field, client);
        }

        @Test
        void another(MemcachedClient client) throws Exception {
            assertThat(field).isSameAs(constructed);
            storeTogether(field, client);
        }
    }

    @Test
    void classesThatRunAtTheSameTimeHaveAFakeEach() {
        JupiterRun.of(JupiterRun.PARALLEL, OneClassTestCases.class, AnotherClassTestCases.class)
                .passes(2);

        assertThat(SEEN).hasSize(2);
    }

    @MemcachedTest
    static class OneClassTestCases {
        @Test
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            storeTogether(memcached, client);
        }
    }

    static class AnotherClassTestCases extends OneClassTestCases {}

    @Test
    void manyTestsAtOnceUseNoMoreFakesThanRunAtOnce() {
        JupiterRun.of(JupiterRun.PARALLEL, ManyTestCases.class).passes(200);

        assertThat(SEEN).hasSizeLessThanOrEqualTo(8).noneMatch(FakeMemcached::isRunning);
    }

    @MemcachedTest
    static class ManyTestCases {
        @RepeatedTest(200)
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            SEEN.add(memcached);
            assertThat(client.add("k", 0, "v").get()).isTrue();
            assertThat(memcached.contents().size()).isEqualTo(1);
        }
    }

    @Test
    void classesThatRunAtTheSameTimeShareAFakePerRun() {
        JupiterRun.of(JupiterRun.PARALLEL, PerRunTestCases.class, PerRunTooTestCases.class)
                .passes(2);

        assertThat(SEEN).hasSize(1);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN)
    static class PerRunTestCases {
        @Memcached
        static FakeMemcached memcached;

        @Test
        void test() throws Exception {
            SEEN.add(memcached);
            TOGETHER.await(10, TimeUnit.SECONDS);
        }
    }

    static class PerRunTooTestCases extends PerRunTestCases {}

    @Test
    void aFakeThatTheClassHoldsIsRefusedWhereTestsRunInParallel() {
        for (Class<?> testCases :
                Set.of(StaticFieldTestCases.class, BeforeAllTestCases.class, SingleInstanceTestCases.class)) {
            assertThat(JupiterRun.of(JupiterRun.PARALLEL, testCases).failure())
                    .hasMessageContainingAll(
                            testCases.getName(),
                            "may run in parallel",
                            "Take what you need as parameters of the test methods",
                            "SAME_THREAD",
                            "PER_CLASS_WITHOUT_RESET");
        }
    }

    @Test
    void aFakeThatTheClassHoldsIsFineWhereTestsRunOneAfterAnother() {
        JupiterRun.of(
                        Map.of("junit.jupiter.execution.parallel.mode.default", "concurrent"),
                        StaticFieldTestCases.class,
                        BeforeAllTestCases.class,
                        SingleInstanceTestCases.class)
                .passes(3);
        JupiterRun.of(JupiterRun.PARALLEL, SameThreadTestCases.class).passes(1);
    }

    @MemcachedTest
    static class StaticFieldTestCases {
        @Memcached
        static FakeMemcached memcached;

        @Test
        void test() {}
    }

    @Execution(ExecutionMode.SAME_THREAD)
    static class SameThreadTestCases extends StaticFieldTestCases {}

    @MemcachedTest
    static class BeforeAllTestCases {
        @BeforeAll
        static void hold(FakeMemcached memcached) {}

        @Test
        void test() {}
    }

    @Execution(ExecutionMode.CONCURRENT)
    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SingleInstanceTestCases {
        @Memcached
        FakeMemcached memcached;

        @Test
        void test() {}
    }
}
