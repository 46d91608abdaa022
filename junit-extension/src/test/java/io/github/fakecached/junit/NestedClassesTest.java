package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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

        ConstructorsTestCases(FakeMemcached memcached) {
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
        JupiterRun.of(NeverRunTestCases.class).passes(3);
    }

    @MemcachedTest
    static class NeverRunTestCases {
        @Test
        void outer(FakeMemcached memcached) {
            assertThat(memcached.contents().isEmpty()).isTrue();
        }

        @Nested
        class Inner {
            Inner(FakeMemcached memcached) {
                assertThat(memcached.contents().isEmpty()).isTrue();
                memcached.contents().put("inner", "v");
            }

            @Test
            @Disabled("its instance is made all the same")
            void disabled() {}

            @Test
            void enabled(FakeMemcached memcached) {
                assertThat(memcached.contents().size()).isEqualTo(1);
            }
        }

        @Nested
        class WithoutConstructor {
            @Test
            void test(FakeMemcached memcached) {
                assertThat(memcached.contents().isEmpty()).isTrue();
            }
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
