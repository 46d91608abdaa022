package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;

class NestedClassesTest {

    private static final List<FakeMemcached> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void aNestedClassUsesTheFakeOfItsOuterClass() {
        JupiterRun.of(OuterTestCases.class).passes(4);

        assertThat(SEEN).hasSize(4).containsOnly(SEEN.get(0));
    }

    @MemcachedTest
    static class OuterTestCases {
        @Memcached
        FakeMemcached memcached;

        @BeforeEach
        void theFakeIsAsNew() {
            assertThat(memcached.contents().isEmpty()).isTrue();
            memcached.contents().put("outer", "v");
        }

        @Test
        void first(FakeMemcached parameter) {
            SEEN.add(parameter);
        }

        @Test
        void last(FakeMemcached parameter) {
            SEEN.add(parameter);
        }

        @Nested
        class Inner {
            @Memcached
            MemcachedClient client;

            @Test
            void test(FakeMemcached parameter) {
                assertThat(parameter).isSameAs(memcached);
                assertThat(client.get("outer")).isEqualTo("v");
                SEEN.add(parameter);
            }

            @Nested
            class Innermost {
                @Test
                void test(FakeMemcached parameter) {
                    assertThat(parameter).isSameAs(memcached);
                    assertThat(client.get("outer")).isEqualTo("v");
                    SEEN.add(parameter);
                }
            }
        }
    }

    @Test
    void aNestedClassWithAnAnnotationOfItsOwnHasAFakeOfItsOwn() {
        JupiterRun.of(OwnAnnotationTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates().noneMatch(FakeMemcached::isRunning);
    }

    @MemcachedTest
    static class OwnAnnotationTestCases {
        @Memcached
        FakeMemcached memcached;

        @Test
        void outer() {
            assertThat(memcached.version()).isEqualTo(MemcachedVersion.V1_6_45);
            SEEN.add(memcached);
        }

        @Nested
        @MemcachedTest(version = MemcachedVersion.V1_6_18)
        class Inner {
            @Test
            void inner(FakeMemcached parameter) {
                assertThat(parameter.version()).isEqualTo(MemcachedVersion.V1_6_18);
                assertThat(memcached).isSameAs(parameter);
                SEEN.add(parameter);
            }
        }
    }

    @Test
    void constructorsOfOuterAndNestedClassGetTheFakeOfTheTest() {
        JupiterRun.of(ConstructorsTestCases.class).passes(3);

        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates();
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    static class ConstructorsTestCases {
        private final FakeMemcached outer;

        ConstructorsTestCases(FakeMemcached memcached, InetSocketAddress address) {
            assertThat(address).isEqualTo(memcached.address());
            outer = memcached;
            outer.contents().put("outer", "v");
        }

        @Test
        void test(FakeMemcached memcached) {
            assertThat(memcached).isSameAs(outer);
            SEEN.add(memcached);
        }

        @Nested
        class Inner {
            private final FakeMemcached inner;

            Inner(FakeMemcached memcached) {
                inner = memcached;
                inner.contents().put("inner", "v");
            }

            @Test
            void one(FakeMemcached memcached) {
                check(memcached);
            }

            @Test
            void another(FakeMemcached memcached) {
                check(memcached);
            }

            private void check(FakeMemcached memcached) {
                assertThat(memcached).isSameAs(outer).isSameAs(inner);
                assertThat(memcached.contents().size()).isEqualTo(2);
                SEEN.add(memcached);
            }
        }
    }

    @Test
    void whatTheConstructorOfATestThatNeverRanStoredIsGone() {
        JupiterRun run = JupiterRun.of(NeverRunTestCases.class);

        assertThat(run.failure()).hasMessage("an instance that cannot be made");
        assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
    }

    @MemcachedTest
    @TestClassOrder(ClassOrderer.OrderAnnotation.class)
    static class NeverRunTestCases {
        @Nested
        @Order(1)
        class FailingConstructor {
            FailingConstructor(FakeMemcached memcached) {
                memcached.contents().put("k", "v");
                SEEN.add(memcached);
                throw new IllegalStateException("an instance that cannot be made");
            }

            @Test
            void test() {}
        }

        @Nested
        @Order(2)
        class WithoutConstructor {
            @Test
            void test(FakeMemcached memcached) {
                assertThat(memcached.contents().isEmpty()).isTrue();
                SEEN.add(memcached);
            }
        }
    }

    @Test
    void aTestAfterOneThatNeverRanGetsAFakeAsNewInItsConstructor() {
        JupiterRun run = JupiterRun.of(FailsOnceTestCases.class);

        assertThat(run.failure()).hasMessage("an instance that cannot be made");
        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    static class FailsOnceTestCases {
        FailsOnceTestCases(FakeMemcached memcached) {
            SEEN.add(memcached);
            if (SEEN.size() == 1) {
                throw new IllegalStateException("an instance that cannot be made");
            }
        }

        @Test
        void one(FakeMemcached memcached) {
            assertThat(memcached).isSameAs(SEEN.get(1));
        }

        @Test
        void another(FakeMemcached memcached) {
            assertThat(memcached).isSameAs(SEEN.get(1));
        }
    }

    @Test
    void aNestedClassWithOneInstanceWorksInOneWithMany() {
        JupiterRun.of(MixedInstancesTestCases.class).passes(3);
    }

    @MemcachedTest
    static class MixedInstancesTestCases {
        @Memcached
        FakeMemcached outer;

        @Test
        void outer(FakeMemcached memcached) {
            assertThat(outer).isSameAs(memcached);
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Inner {
            @Memcached
            MemcachedClient client;

            @Test
            void one() throws Exception {
                assertThat(client.add("k", 0, "v").get()).isTrue();
            }

            @Test
            void another() throws Exception {
                assertThat(client.add("k", 0, "v").get()).isTrue();
                assertThat(outer.contents().size()).isEqualTo(1);
            }
        }
    }
}
