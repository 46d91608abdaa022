package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

class ParameterInjectionTest {

    @Test
    void testsAndLifeCycleMethodsAndConstructorsGetTheSameFake() {
        EverywhereTestCases.seen.clear();

        JupiterRun.of(EverywhereTestCases.class).passes(1);

        assertThat(EverywhereTestCases.seen).hasSize(6).containsOnly(EverywhereTestCases.seen.get(0));
        assertThat(EverywhereTestCases.seen.get(0).isRunning()).isFalse();
    }

    @MemcachedTest
    static class EverywhereTestCases {
        static final List<FakeMemcached> seen = new ArrayList<>();

        EverywhereTestCases(FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(client.set("from", 0, "constructor").get()).isTrue();
            seen.add(memcached);
        }

        @BeforeAll
        static void beforeAll(FakeMemcached memcached) {
            assertThat(memcached.isRunning()).isTrue();
            seen.add(memcached);
        }

        @BeforeEach
        void beforeEach(FakeMemcached memcached) {
            memcached.contents().put("also-from", "beforeEach");
            seen.add(memcached);
        }

        @Test
        void test(
                FakeMemcached memcached,
                ControllableClock clock,
                InetSocketAddress address,
                MemcachedClient client,
                TestInfo jupiters) {
            assertThat(clock).isSameAs(memcached.clock());
            assertThat(address).isEqualTo(memcached.address());
            assertThat(client.get("from")).isEqualTo("constructor");
            assertThat(client.get("also-from")).isEqualTo("beforeEach");
            assertThat(jupiters.getDisplayName()).startsWith("test");
            seen.add(memcached);
        }

        @AfterEach
        void afterEach(FakeMemcached memcached, MemcachedClient client) {
            assertThat(client.get("from")).isEqualTo("constructor");
            seen.add(memcached);
        }

        @AfterAll
        static void afterAll(FakeMemcached memcached) {
            assertThat(memcached.isRunning()).isTrue();
            seen.add(memcached);
        }
    }

    @Test
    void otherTypesAreLeftToOtherResolvers() {
        JupiterRun.of(OtherResolverTestCases.class).passes(1);
    }

    @MemcachedTest
    @ExtendWith(StringResolver.class)
    static class OtherResolverTestCases {
        @Test
        void test(String text, FakeMemcached memcached) {
            assertThat(text).isEqualTo("from another resolver");
            assertThat(memcached.isRunning()).isTrue();
        }
    }

    static class StringResolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == String.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return "from another resolver";
        }
    }

    @Test
    void aTypeThatNobodyKnowsIsReportedByJupiter() {
        assertThat(JupiterRun.of(UnknownTypeTestCases.class).failure())
                .hasMessageContainingAll("No ParameterResolver registered", "StringBuilder");
    }

    @MemcachedTest
    static class UnknownTypeTestCases {
        @Test
        void test(StringBuilder unknown) {}
    }

    @Test
    void whatAConstructorStoresIsThereForItsTestAndNoOther() {
        JupiterRun.of(ConstructorTestCases.class).passes(2);
    }

    @MemcachedTest
    static class ConstructorTestCases {
        private final String own;

        ConstructorTestCases(TestInfo info, FakeMemcached memcached) {
            own = "stored for " + System.identityHashCode(this);
            assertThat(memcached.contents().isEmpty()).isTrue();
            memcached.contents().put(own.replace(' ', '-'), "v");
        }

        @Test
        void one(FakeMemcached memcached) {
            assertThat(memcached.contents().items()).hasSize(1);
        }

        @Test
        void another(FakeMemcached memcached) {
            assertThat(memcached.contents().items()).hasSize(1);
        }
    }
}
