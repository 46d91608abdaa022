package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PublishTest {

    private static final String NAME = "fakecached.published";
    private static final Set<String> SEEN = new HashSet<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
        System.setProperty(NAME, "before");
    }

    @AfterEach
    void isRestored() {
        assertThat(System.clearProperty(NAME)).isEqualTo("before");
    }

    private static void assertPublished(FakeMemcached memcached) {
        assertThat(System.getProperty(NAME)).isEqualTo("127.0.0.1:" + memcached.port());
        SEEN.add(System.getProperty(NAME));
    }

    @Test
    void theAddressIsThereBeforeTheFirstTestAndAfterTheLast() {
        JupiterRun.of(ClassTestCases.class).passes(4);

        assertThat(SEEN).hasSize(1);
    }

    @MemcachedTest(publish = @Published(NAME))
    static class ClassTestCases {
        @BeforeAll
        static void before(FakeMemcached memcached) {
            assertPublished(memcached);
        }

        @AfterAll
        static void after(FakeMemcached memcached) {
            assertPublished(memcached);
        }

        @RepeatedTest(2)
        void test(FakeMemcached memcached) {
            assertPublished(memcached);
        }

        @Nested
        class InANestedClass {
            @RepeatedTest(2)
            void test(FakeMemcached memcached) {
                assertPublished(memcached);
            }
        }
    }

    @Test
    void nothingHasToBeInjectedForIt() {
        JupiterRun.of(NothingInjectedTestCases.class).passes(1);
    }

    @MemcachedTest(publish = @Published(NAME))
    static class NothingInjectedTestCases {
        @BeforeAll
        static void before() {
            assertThat(System.getProperty(NAME)).matches("127\\.0\\.0\\.1:\\d+");
        }

        @Test
        void test() {}
    }

    @Test
    void eachTestPublishesItsOwnFake() {
        JupiterRun.of(MethodTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD, publish = @Published(NAME))
    static class MethodTestCases {
        @BeforeAll
        static void before() {
            assertThat(System.getProperty(NAME)).isEqualTo("before");
        }

        @BeforeEach
        void isPublishedAlready(FakeMemcached memcached) {
            assertPublished(memcached);
        }

        @RepeatedTest(2)
        void test() {}

        @AfterEach
        void isPublishedStill(FakeMemcached memcached) {
            assertPublished(memcached);
        }
    }

    @Test
    void aNestedClassWithAFakeOfItsOwnPublishesThatOne() {
        JupiterRun.of(NestedFakeTestCases.class).passes(2);

        assertThat(SEEN).hasSize(2);
    }

    @MemcachedTest(publish = @Published(NAME))
    static class NestedFakeTestCases {
        @Test
        void outer(FakeMemcached memcached) {
            assertPublished(memcached);
        }

        @Nested
        @MemcachedTest(publish = @Published(NAME))
        class WithItsOwn {
            @Test
            void inner(FakeMemcached memcached) {
                assertPublished(memcached);
            }
        }

        @AfterAll
        static void outerAgain(FakeMemcached memcached) {
            assertPublished(memcached);
        }
    }

    @Test
    void thereAreSeveralForms() {
        JupiterRun.of(FormsTestCases.class).passes(1);

        assertThat(System.getProperty(NAME + ".weighted")).isNull();
    }

    static class FormsTestCases {
        @RegisterExtension
        final MemcachedExtension extension = MemcachedExtension.builder()
                .publish(NAME, AddressForm.HOST_PORT)
                .publish(NAME + ".weighted", AddressForm.HOST_PORT_WEIGHT)
                .publish(NAME + ".host", AddressForm.HOST)
                .publish(NAME + ".port", AddressForm.PORT)
                .build();

        @Test
        void test(FakeMemcached memcached) {
            assertPublished(memcached);
            assertThat(System.getProperty(NAME + ".weighted")).isEqualTo("127.0.0.1:" + memcached.port() + ":1");
            assertThat(System.getProperty(NAME + ".host")).isEqualTo("127.0.0.1");
            assertThat(System.getProperty(NAME + ".port")).isEqualTo(Integer.toString(memcached.port()));
        }
    }

    @Test
    void allNodesOfAClusterArePublished() {
        JupiterRun.of(ClusterTestCases.class).passes(1);
    }

    @MemcachedTest(
            nodes = {"a", "b"},
            publish = @Published(value = NAME, form = AddressForm.HOST_PORT_WEIGHT))
    static class ClusterTestCases {
        @Test
        void test(@MemcachedNode("a") FakeMemcached a, @MemcachedNode("b") FakeMemcached b) {
            assertThat(System.getProperty(NAME)).isEqualTo("127.0.0.1:" + a.port() + ":1,127.0.0.1:" + b.port() + ":1");
        }
    }

    @Test
    void severalAddressesHaveCommasBetweenThem() {
        List<InetSocketAddress> addresses =
                List.of(new InetSocketAddress("127.0.0.1", 1), InetSocketAddress.createUnresolved("::1", 2));

        assertThat(AddressForm.HOST_PORT.of(addresses)).isEqualTo("127.0.0.1:1,[::1]:2");
        assertThat(AddressForm.HOST_PORT_WEIGHT.of(addresses)).isEqualTo("127.0.0.1:1:1,[::1]:2:1");
    }

    @Test
    void parallelTestsThatHaveAFakeEachCannotPublishOneForTheClass() {
        assertThat(JupiterRun.of(JupiterRun.PARALLEL, ParallelTestCases.class).failures())
                .hasSize(4)
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageContainingAll("may run in parallel", "system property"));
    }

    @MemcachedTest(publish = @Published(NAME))
    static class ParallelTestCases {
        @RepeatedTest(4)
        void test() {}
    }

    @Test
    void parallelTestsCannotPublishAFakeEach() {
        assertThat(JupiterRun.of(JupiterRun.PARALLEL, ParallelFreshTestCases.class)
                        .failure())
                .hasMessageContainingAll(
                        "publish: " + ParallelFreshTestCases.class.getName() + " cannot publish",
                        NAME,
                        "@ResourceLock(Resources.SYSTEM_PROPERTIES)");
    }

    /** Two tests begin together, and neither ends before the other has. */
    static final class Together implements BeforeEachCallback, AfterEachCallback {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            BOTH.await(10, TimeUnit.SECONDS);
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            BOTH.await(10, TimeUnit.SECONDS);
        }
    }

    @ExtendWith(Together.class)
    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD, publish = @Published(NAME))
    static class ParallelFreshTestCases {
        @Test
        void one() {}

        @Test
        void another() {}
    }

    @Test
    void parallelTestsMayPublishTheFakeThatTheyShare() {
        JupiterRun.of(JupiterRun.PARALLEL, ParallelSharedTestCases.class).passes(4);
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET, publish = @Published(NAME))
    static class ParallelSharedTestCases {
        @RepeatedTest(4)
        void test(FakeMemcached memcached) {
            assertThat(System.getProperty(NAME)).isEqualTo("127.0.0.1:" + memcached.port());
        }
    }

    @Test
    void parallelClassesTakeTurnsIfTheyAreTold() {
        Map<String, String> parallel = JupiterRun.PARALLEL;
        JupiterRun.of(parallel, OneOfTwoTestCases.class, OtherOfTwoTestCases.class)
                .passes(8);
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @MemcachedTest(publish = @Published(NAME))
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    static class OneOfTwoTestCases {
        @RepeatedTest(4)
        void test(FakeMemcached memcached) {
            assertPublished(memcached);
        }
    }

    static class OtherOfTwoTestCases extends OneOfTwoTestCases {}

    @Test
    void aPropertyWithoutANameIsRefused() {
        assertThat(JupiterRun.of(NoNameTestCases.class).failure())
                .hasMessageContaining("publish: a system property needs a name");
    }

    @MemcachedTest(publish = @Published(""))
    static class NoNameTestCases {
        @Test
        void test() {}
    }

    @Test
    void aFakeWithoutAnAddressIsRefused() {
        assertThat(JupiterRun.of(UnixSocketTestCases.class).failure())
                .hasMessageContaining("publish: " + NAME + " would have nothing to tell");
    }

    static class UnixSocketTestCases {
        @TempDir
        static Path folder;

        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .server(server -> server.unixSocket(folder.resolve("socket")))
                .publish(NAME, AddressForm.HOST_PORT)
                .build();

        @Test
        void test() {}
    }
}
