package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClockAtTest {

    private static final String NOON = "2030-01-01T12:00:00.250Z";
    private static final String MIDNIGHT = "2031-01-01T00:00:00Z";

    private static void assertRunsSince(String start, ControllableClock clock) {
        assertThat(clock.isPaused()).isFalse();
        assertThat(clock.now())
                .isBetween(Instant.parse(start), Instant.parse(start).plusSeconds(20));
    }

    @Test
    void aClassSetsTheClockForEachOfItsTestsAndAMethodForItself() {
        JupiterRun.of(MethodTestCases.class).passes(6);
    }

    @MemcachedTest
    @ClockAt(NOON)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MethodTestCases {
        @BeforeEach
        void isSetAlready(ControllableClock clock) {
            assertThat(clock.now()).isBetween(Instant.parse(NOON), Instant.parse("2031-02-01T00:00:00Z"));
        }

        @RepeatedTest(2)
        @Order(1)
        void ofTheClass(ControllableClock clock) {
            assertRunsSince(NOON, clock);
            clock.advance(Duration.ofDays(100));
        }

        @Test
        @Order(2)
        @ClockAt(value = "2030-12-31T23:59:59.999999999Z", paused = true)
        void ofTheMethod(ControllableClock clock) {
            assertThat(clock.isPaused()).isTrue();
            assertThat(clock.now()).isEqualTo("2030-12-31T23:59:59.999999999Z");
        }

        @Test
        @Order(3)
        void ofTheClassAgain(ControllableClock clock) {
            assertRunsSince(NOON, clock);
        }

        @Nested
        class InANestedClass {
            @Test
            void ofTheOuterClass(FakeMemcached memcached) {
                assertRunsSince(NOON, memcached.clock());
            }
        }

        @Nested
        @ClockAt(MIDNIGHT)
        class WithItsOwn {
            @Test
            void ofTheNestedClass(FakeMemcached memcached) {
                assertRunsSince(MIDNIGHT, memcached.clock());
            }
        }
    }

    @Test
    void itIsInheritedAndWorksWithoutTheAnnotationOfTheExtension() {
        JupiterRun.of(InheritingTestCases.class).passes(1);
    }

    @ClockAt(NOON)
    abstract static class AtNoon {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InheritingTestCases extends AtNoon {
        @RegisterExtension
        static final MemcachedExtension EXTENSION =
                MemcachedExtension.builder().lifecycle(Lifecycle.PER_METHOD).build();

        @Test
        void test(ControllableClock clock) {
            assertRunsSince(NOON, clock);
        }
    }

    @Test
    void parallelTestsHaveTheirOwnTimes() {
        JupiterRun.of(JupiterRun.PARALLEL, ParallelTestCases.class).passes(8);
    }

    @MemcachedTest
    @ClockAt(NOON)
    static class ParallelTestCases {
        @RepeatedTest(4)
        void noon(ControllableClock clock) {
            assertRunsSince(NOON, clock);
        }

        @RepeatedTest(4)
        @ClockAt(MIDNIGHT)
        void midnight(ControllableClock clock) {
            assertRunsSince(MIDNIGHT, clock);
        }
    }

    @Test
    void whatIsNoTimeIsToldWithThePlace() {
        assertThat(JupiterRun.of(NoTimeTestCases.class).failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("@ClockAt(\"")
                        .hasMessageContaining("NoTimeTestCases."))
                .anySatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("\"noon\") on")
                        .hasMessageContaining("no instant such as 2030"))
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("its time is from 1970"));
    }

    @MemcachedTest
    static class NoTimeTestCases {
        @Test
        @ClockAt("noon")
        void noInstant() {}

        @Test
        @ClockAt("1969-01-01T00:00:00Z")
        void tooEarly() {}
    }

    @Test
    void aClockThatOtherTestsNeedIsNotSet() {
        assertThat(JupiterRun.of(SharedTestCases.class).failure())
                .hasMessageContaining("@ClockAt(\"" + NOON + "\") on class")
                .hasMessageContaining("use Lifecycle.PER_CLASS or PER_METHOD");
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET)
    @ClockAt(NOON)
    static class SharedTestCases {
        @Test
        void test() {}
    }
}
