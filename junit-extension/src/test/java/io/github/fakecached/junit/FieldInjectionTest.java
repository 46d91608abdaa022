package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.net.InetSocketAddress;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldInjectionTest {

    @Test
    void annotatedFieldsAreSetBeforeLifeCycleMethodsRun() {
        JupiterRun.of(FieldsTestCases.class).passes(2);
    }

    abstract static class InheritedFields {
        @Memcached
        private static InetSocketAddress address;

        @Memcached
        private ControllableClock clock;

        InetSocketAddress inheritedAddress() {
            return address;
        }

        ControllableClock inheritedClock() {
            return clock;
        }
    }

    @MemcachedTest
    static class FieldsTestCases extends InheritedFields {
        @Memcached
        private static FakeMemcached memcached;

        @Memcached
        private MemcachedClient client;

        private MemcachedClient notAnnotated;

        @BeforeAll
        static void staticFieldsAreSet() {
            assertThat(memcached.isRunning()).isTrue();
        }

        @BeforeEach
        void instanceFieldsAreSet() throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }

        @Test
        void allBelongToTheSameFake(FakeMemcached parameter) {
            assertThat(parameter).isSameAs(memcached);
            assertThat(memcached.contents().get("k")).isPresent();
            assertThat(inheritedAddress()).isEqualTo(memcached.address());
            assertThat(inheritedClock()).isSameAs(memcached.clock());
            assertThat(notAnnotated).isNull();
        }

        @Test
        void andAgain() {
            assertThat(client.get("k")).isEqualTo("v");
        }
    }

    @Test
    void aFinalFieldIsRefused() {
        assertThat(JupiterRun.of(FinalFieldTestCases.class).failure())
                .hasMessageContainingAll("FinalFieldTestCases.memcached", "is final", "remove final or @Memcached");
    }

    @MemcachedTest
    static class FinalFieldTestCases {
        @Memcached
        final FakeMemcached memcached = null;

        @Test
        void test() {}
    }

    @Test
    void aFieldOfAnUnknownTypeIsRefusedWithTheKnownOnes() {
        assertThat(JupiterRun.of(UnknownTypeTestCases.class).failure())
                .hasMessageContainingAll(
                        "UnknownTypeTestCases.client",
                        "io.github.fakecached.FakeMemcached",
                        "net.spy.memcached.MemcachedClient",
                        "provide a io.github.fakecached.junit.ClientFactory");
    }

    @MemcachedTest
    static class UnknownTypeTestCases {
        @Memcached
        StringBuilder client;

        @Test
        void test() {}
    }
}
