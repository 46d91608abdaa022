package io.github.fakecached.junit;

import static io.github.fakecached.junit.FailureReportTest.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.FakeMemcached;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where failures get a report, and where not. */
class FailureReporterTest {

    @Test
    void thereIsOneWhereverATestFails() {
        for (Class<?> testCases : List.<Class<?>>of(
                BeforeEachTestCases.class,
                AfterEachTestCases.class,
                BeforeAllTestCases.class,
                AfterAllTestCases.class,
                ConstructorTestCases.class,
                SharedConstructorTestCases.class,
                RepeatedTestCases.class,
                DynamicTestCases.class,
                NestedTestCases.class,
                RegisteredTestCases.class)) {
            assertThat(report(JupiterRun.of(testCases).failure()))
                    .as(testCases.getSimpleName())
                    .contains("1 item, with a value of 5 bytes: color")
                    .contains("no exchanges");
        }
    }

    private static void putAndFail(FakeMemcached memcached) throws Exception {
        memcached.contents().put("color", "green");
        throw new Exception("on purpose in " + memcached);
    }

    @MemcachedTest
    static class BeforeEachTestCases {
        @BeforeEach
        void prepare(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }

        @Test
        void test() {}
    }

    @MemcachedTest
    static class AfterEachTestCases {
        @AfterEach
        void check(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }

        @Test
        void test() {}
    }

    @MemcachedTest
    static class ConstructorTestCases {
        ConstructorTestCases(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }

        @Test
        void test() {}
    }

    @MemcachedTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedConstructorTestCases extends ConstructorTestCases {
        SharedConstructorTestCases(FakeMemcached memcached) throws Exception {
            super(memcached);
        }
    }

    @MemcachedTest
    static class BeforeAllTestCases {
        @BeforeAll
        static void prepare(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }

        @Test
        void test() {}
    }

    @MemcachedTest
    static class AfterAllTestCases {
        @AfterAll
        static void check(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }

        @Test
        void test() {}
    }

    @MemcachedTest
    static class RepeatedTestCases {
        @RepeatedTest(1)
        void test(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }
    }

    @MemcachedTest
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicTest> tests(FakeMemcached memcached) {
            return Stream.of(dynamicTest("test", () -> putAndFail(memcached)));
        }
    }

    @MemcachedTest
    static class NestedTestCases {
        @Nested
        class Inner {
            @Nested
            @MemcachedTest
            class Innermost {
                @Test
                void test(FakeMemcached memcached) throws Exception {
                    putAndFail(memcached);
                }
            }
        }
    }

    static class RegisteredTestCases {
        @RegisterExtension
        static final MemcachedExtension MEMCACHED = MemcachedExtension.builder().build();

        @Test
        void test(FakeMemcached memcached) throws Exception {
            putAndFail(memcached);
        }
    }

    @Test
    void aFailureThatIsThrownAgainGetsNoSecondOne() {
        List<Throwable> failures = JupiterRun.of(ThrownAgainTestCases.class).failures();

        assertThat(report(failures.get(0))).contains("no items");
    }

    @MemcachedTest
    static class ThrownAgainTestCases {
        private final Exception failure = new Exception("on purpose");

        @Test
        void test() throws Exception {
            throw failure;
        }

        @AfterEach
        void check(FakeMemcached memcached) throws Exception {
            memcached.contents().put("color", "green");
            throw failure;
        }
    }

    @Test
    void nothingIsStartedForAClassThatUsesNoFake() {
        Throwable failure = JupiterRun.of(NoFakeTestCases.class).failure();

        assertThat(failure.getSuppressed()).isEmpty();
    }

    @MemcachedTest
    static class NoFakeTestCases {
        @BeforeAll
        static void prepare() throws Exception {
            throw new Exception("on purpose");
        }

        @Test
        void test() {}
    }

    @Test
    void aRealServerHasNothingToTell() {
        try (FakeMemcached taken = FakeMemcached.start()) {
            String address = "127.0.0.1:" + taken.port();
            Throwable failure = JupiterRun.of(Map.of("fakecached.server", address), RealTestCases.class)
                    .failure();

            assertThat(failure).hasMessage("on purpose");
            assertThat(failure.getSuppressed()).isEmpty();
        }
    }

    @MemcachedTest
    static class RealTestCases {
        @Test
        void test(MemcachedClient client) throws Exception {
            assertThat(client.get("k")).isNull();
            throw new Exception("on purpose");
        }
    }

    @Test
    void abortedTestsGetNone() {
        JupiterRun run = JupiterRun.of(AbortedTestCases.class);

        assertThat(run.failure().getSuppressed()).isEmpty();
        assertThat(run.reportEntries()).isEmpty();
    }

    @MemcachedTest
    static class AbortedTestCases {
        @Test
        void test() {
            assumeTrue(false);
        }
    }

    @Test
    void whereAnExceptionTakesNoneItIsPublished() {
        JupiterRun run = JupiterRun.of(UnsuppressedTestCases.class);

        assertThat(run.failure().getSuppressed()).isEmpty();
        assertThat(run.reportEntries()).singleElement().asString().contains("node \"default\"", "no items");
    }

    @MemcachedTest
    static class UnsuppressedTestCases {
        @Test
        void test() throws Exception {
            throw new Exception("on purpose", null, false, true) {};
        }
    }

    @Test
    void itSaysSoWhereOthersUseTheSameFake() {
        String parallel =
                report(JupiterRun.of(JupiterRun.PARALLEL, PerRunTestCases.class).failure());
        String alone = report(JupiterRun.of(PerRunTestCases.class).failure());

        assertThat(parallel)
                .startsWith("at the time of the failure, while other tests may have used the same fakes:\n    node");
        assertThat(alone).startsWith("at the time of the failure:\n    node");
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_RUN)
    static class PerRunTestCases {
        @Test
        void test() throws Exception {
            throw new Exception("on purpose");
        }
    }

    @Test
    void anInterruptedTestGetsOneAndStaysInterrupted() {
        assertThat(report(JupiterRun.of(InterruptedTestCases.class).failure()))
                .contains("30 items, with values of 30000000 bytes in all");
        assertThat(interruptedAfterwards).isTrue();
    }

    private static boolean interruptedAfterwards;

    @MemcachedTest
    static class InterruptedTestCases {
        @Test
        void test(FakeMemcached memcached) throws Exception {
            for (int i = 0; i < 30; i++) {
                memcached.contents().put("page:" + i, "x".repeat(1_000_000)); // to be looked at takes its time
            }
            Thread.currentThread().interrupt();
            throw new Exception("on purpose");
        }

        @AfterEach
        void look() {
            interruptedAfterwards = Thread.interrupted();
        }
    }

    @Test
    void whatGoesWrongWithItIsNotThrown() {
        Exception failure = new Exception("on purpose");
        FailureReporter.report(failure, null, context -> Optional.empty(), context -> false);

        assertThat(failure.getSuppressed()).isEmpty();
    }
}
