package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.clock.ControllableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisterExtensionTest {

    private static final List<FakeMemcached> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void inAStaticFieldItServesTheClassAndItsNestedClasses() {
        JupiterRun.of(StaticTestCases.class).passes(3);

        assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
    }

    static class StaticTestCases {
        private static final Instant MILLENNIUM = Instant.parse("2000-01-01T00:00:00Z");

        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .server(server ->
                        server.version(MemcachedVersion.V1_6_18).clock(ControllableClock.startingAt(MILLENNIUM)))
                .build();

        @Memcached
        static FakeMemcached field;

        @Test
        void one(FakeMemcached memcached, MemcachedClient client) throws Exception {
            check(memcached, client);
        }

        @Test
        void another(FakeMemcached memcached, MemcachedClient client) throws Exception {
            check(memcached, client);
        }

        @Nested
        class Inner {
            @Test
            void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
                check(memcached, client);
            }
        }

        private static void check(FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(memcached).isSameAs(field);
            assertThat(memcached.version()).isEqualTo(MemcachedVersion.V1_6_18);
            assertThat(memcached.clock().now()).isBetween(MILLENNIUM, MILLENNIUM.plusSeconds(5));
            assertThat(client.add("k", 0, "v").get()).isTrue();
            SEEN.add(memcached);
        }
    }

    @Test
    void inAnInstanceFieldEachTestHasAFakeOfItsOwn() {
        for (Class<?> testCases : List.of(InstanceTestCases.class, InstanceWithoutResetTestCases.class)) {
            SEEN.clear();

            JupiterRun.of(testCases).passes(3);

            assertThat(SEEN).hasSize(3).doesNotHaveDuplicates().noneMatch(FakeMemcached::isRunning);
        }
    }

    static class InstanceTestCases {
        @RegisterExtension
        final MemcachedExtension extension =
                MemcachedExtension.builder().lifecycle(lifecycle()).build();

        @Memcached
        FakeMemcached field;

        Lifecycle lifecycle() {
            return Lifecycle.PER_CLASS;
        }

        @Test
        void one(FakeMemcached memcached, MemcachedClient client) throws Exception {
            check(memcached, client);
        }

        @Test
        void another(FakeMemcached memcached, MemcachedClient client) throws Exception {
            check(memcached, client);
        }

        @Nested
        class Inner {
            @Test
            void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
                check(memcached, client);
            }
        }

        private void check(FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(memcached).isSameAs(field);
            assertThat(client.add("k", 0, "v").get()).isTrue();
            SEEN.add(memcached);
        }
    }

    static class InstanceWithoutResetTestCases extends InstanceTestCases {
        @Override
        Lifecycle lifecycle() {
            return Lifecycle.PER_CLASS_WITHOUT_RESET;
        }
    }

    @Test
    void inAnInstanceFieldOfASingleInstanceItServesTheClass() {
        JupiterRun.of(SingleInstanceTestCases.class).passes(3);

        assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SingleInstanceTestCases extends InstanceTestCases {}

    @Test
    void theExtensionWithoutTheAnnotationHasDefaultSettings() {
        JupiterRun.of(BareTestCases.class).passes(2);
    }

    @ExtendWith(MemcachedExtension.class)
    static class BareTestCases {
        @Test
        void one(MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }

        @Test
        void another(MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }
}
