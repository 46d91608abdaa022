package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindsOfTestsTest {

    @Test
    void eachRepetitionFindsTheFakeAsNew() {
        JupiterRun.of(RepeatedTestCases.class).passes(3);
    }

    @MemcachedTest
    static class RepeatedTestCases {
        @RepeatedTest(3)
        void test(MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }

    @Test
    void eachSetOfArgumentsFindsTheFakeAsNew() {
        JupiterRun.of(ParameterizedTestCases.class).passes(2);
    }

    @MemcachedTest
    static class ParameterizedTestCases {
        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void test(String key, FakeMemcached memcached, MemcachedClient client) throws Exception {
            assertThat(client.set(key, 0, "v").get()).isTrue();
            assertThat(memcached.contents().size()).isEqualTo(1);
        }
    }

    @Test
    void theDynamicTestsOfAFactoryShareAFake() {
        JupiterRun.of(FactoryTestCases.class).passes(4);
    }

    @MemcachedTest
    static class FactoryTestCases {
        @TestFactory
        Stream<DynamicTest> one(MemcachedClient client) {
            return countingTo2(client);
        }

        @TestFactory
        Stream<DynamicTest> another(MemcachedClient client) {
            return countingTo2(client);
        }

        private static Stream<DynamicTest> countingTo2(MemcachedClient client) {
            return Stream.of(1L, 2L)
                    .map(count -> dynamicTest(
                            "count to " + count,
                            () -> assertThat(client.incr("n", 1, 1)).isEqualTo(count)));
        }
    }

    @Test
    void aSingleInstanceForAllTestsWorks() {
        JupiterRun.of(SingleInstanceTestCases.class).passes(2);
    }

    @MemcachedTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SingleInstanceTestCases {
        private final FakeMemcached constructed;

        @Memcached
        private MemcachedClient client;

        SingleInstanceTestCases(FakeMemcached memcached) {
            constructed = memcached;
        }

        @BeforeAll
        void fieldsAreSet(FakeMemcached memcached) throws Exception {
            assertThat(memcached).isSameAs(constructed);
            assertThat(client.set("k", 0, "v").get()).isTrue();
        }

        @Test
        void one(FakeMemcached memcached) throws Exception {
            assertThat(memcached).isSameAs(constructed);
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }

        @Test
        void another() throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }

    @Test
    void aSingleInstanceGetsANewFakeForEachTestPerMethod() {
        JupiterRun.of(SingleInstancePerMethodTestCases.class).passes(2);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SingleInstancePerMethodTestCases {
        @Memcached
        private FakeMemcached memcached;

        @Test
        void one(MemcachedClient client) throws Exception {
            check(client);
        }

        @Test
        void another(MemcachedClient client) throws Exception {
            check(client);
        }

        private void check(MemcachedClient client) throws Exception {
            assertThat(client.set("k", 0, "v").get()).isTrue();
            assertThat(memcached.contents().size()).isEqualTo(1);
        }
    }

    @Test
    void subclassesInheritTheAnnotationAndHaveAFakeOfTheirOwn() {
        JupiterRun.of(OneTestCases.class, AnotherTestCases.class).passes(2);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET)
    abstract static class Base {
        @Test
        void test(MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }

    static class OneTestCases extends Base {}

    static class AnotherTestCases extends Base {}

    @Test
    void theAnnotationWorksOnOtherAnnotations() {
        JupiterRun.of(MetaAnnotatedTestCases.class).passes(1);
    }

    @MemcachedTest(version = MemcachedVersion.V1_6_18)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OldMemcachedTest {}

    @OldMemcachedTest
    static class MetaAnnotatedTestCases {
        @Test
        void test(FakeMemcached memcached) {
            assertThat(memcached.version()).isEqualTo(MemcachedVersion.V1_6_18);
        }
    }
}
