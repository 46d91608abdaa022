package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spotify.folsom.MemcacheClient;
import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.protocol.Dialect;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests run on servers that nobody of this extension has started; here these are fakes, of which it knows an address alone. */
class RealServerTest {

    private static Map<String, String> at(FakeMemcached... servers) {
        StringBuilder addresses = new StringBuilder();
        for (FakeMemcached server : servers) {
            addresses
                    .append(addresses.length() == 0 ? "" : ",")
                    .append("127.0.0.1:")
                    .append(server.port());
        }
        return Map.of("fakecached.server", addresses.toString());
    }

    @Test
    void aTestRunsOnTheServerAtAnAddressAndFindsItEmpty() {
        try (FakeMemcached server = FakeMemcached.start()) {
            JupiterRun.of(at(server), BothTestCases.class).passes(2);

            assertThat(server.stats()).containsEntry("cmd_set", "2");
            assertThat(server.stats().get("cmd_flush")).isNotEqualTo("0");
        }
    }

    @Test
    void withoutTheParameterTheSameTestRunsOnAFake() {
        JupiterRun.of(BothTestCases.class).passes(2);
        JupiterRun.of(Map.of("fakecached.server", "fake"), RealTestCases.class).passes(2);
    }

    @MemcachedTest
    static class BothTestCases {
        @RepeatedTest(2)
        void test(MemcachedClient client, InetSocketAddress address) throws Exception {
            assertThat(client.getAvailableServers()).containsExactly(address);
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }

    @MemcachedTest(server = Server.REAL)
    static class RealTestCases extends BothTestCases {}

    @Test
    void eachLifecycleRunsOnIt() {
        try (FakeMemcached server = FakeMemcached.start()) {
            JupiterRun.of(
                            at(server),
                            FreshTestCases.class,
                            NoResetTestCases.class,
                            BothTestCases.class,
                            RegisteredTestCases.class)
                    .passes(7);
        }
    }

    @MemcachedTest(lifecycle = Lifecycle.PER_METHOD)
    static class FreshTestCases extends BothTestCases {}

    @MemcachedTest(lifecycle = Lifecycle.PER_CLASS_WITHOUT_RESET)
    static class NoResetTestCases {
        @RepeatedTest(2)
        void test(MemcachedClient client) throws Exception {
            assertThat(client.incr("n", 1, 1)).isBetween(1L, 2L);
        }
    }

    static class RegisteredTestCases {
        @RegisterExtension
        final MemcachedExtension extension =
                MemcachedExtension.builder().server(Server.REAL).build();

        @Test
        void test(MemcachedClient client) throws Exception {
            assertThat(client.add("k", 0, "v").get()).isTrue();
        }
    }

    @Test
    void clientsSpeakTheProtocolOfTheClass() {
        try (FakeMemcached server = FakeMemcached.start()) {
            JupiterRun.of(at(server), BinaryTestCases.class).passes(1);

            assertThat(server.journal().exchanges())
                    .anySatisfy(exchange -> assertThat(exchange.dialect()).isEqualTo(Dialect.BINARY));
        }
    }

    @MemcachedTest(bindingProtocol = BindingProtocol.BINARY)
    static class BinaryTestCases {
        @Test
        void test(MemcacheClient<String> client) {
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void severalNodesAreSeveralAddresses() {
        try (FakeMemcached a = FakeMemcached.start();
                FakeMemcached b = FakeMemcached.start()) {
            JupiterRun.of(at(a, b), NodesTestCases.class).passes(1);

            assertThat(JupiterRun.of(at(a), NodesTestCases.class).failure())
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessageContaining("want 2 nodes");
        }
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class NodesTestCases {
        @Test
        void test(
                @MemcachedNode("a") InetSocketAddress a, @MemcachedNode("b") InetSocketAddress b, MemcachedClient all) {
            assertThat(all.getAvailableServers()).containsExactlyInAnyOrder(a, b);
        }
    }

    @Test
    void whatOnlyTheFakeHasFailsATestAndTellsWhatToDo() {
        try (FakeMemcached server = FakeMemcached.start()) {
            JupiterRun run = JupiterRun.of(at(server), FakeOnlyTestCases.class);

            assertThat(run.failures())
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(ExtensionConfigurationException.class)
                            .hasMessageContaining("on the fake only")
                            .hasMessageContaining("server = Server.FAKE")
                            .hasMessageContaining("@Tag(\"fake\")"));
            assertThat(run.failures())
                    .anySatisfy(
                            failure -> assertThat(failure).hasMessageContaining("withFake() asks for a FakeMemcached"));
            assertThat(run.failures()).anySatisfy(failure -> assertThat(failure).hasMessageContaining("@ClockAt"));
        }
    }

    @MemcachedTest
    static class FakeOnlyTestCases {
        @Test
        void withFake(FakeMemcached memcached) {}

        @Test
        @ClockAt("2030-01-01T00:00:00Z")
        void withTime() {}

        @Test
        void onBoth(MemcachedClient client) {}
    }

    @Test
    void whatOnlyTheFakeHasFailsAClassAndTellsWhatToDo() {
        try (FakeMemcached server = FakeMemcached.start()) {
            for (Class<?> testCases : new Class<?>[] {
                FakeInFieldTestCases.class,
                FakeBeforeEachTestCases.class,
                FakeInConstructorTestCases.class,
                BuilderTestCases.class
            }) {
                assertThat(JupiterRun.of(at(server), testCases).failure())
                        .as(testCases.getSimpleName())
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining("on the fake only");
            }
        }
    }

    @MemcachedTest
    static class FakeInFieldTestCases {
        @Memcached
        FakeMemcached memcached;

        @Test
        void test() {}
    }

    @MemcachedTest
    static class FakeBeforeEachTestCases {
        @BeforeEach
        void before(FakeMemcached memcached) {}

        @Test
        void test() {}
    }

    @MemcachedTest
    static class FakeInConstructorTestCases {
        FakeInConstructorTestCases(FakeMemcached memcached) {}

        @Test
        void test() {}
    }

    @Test
    void usersBySaslFailAClassOnContainers() {
        assertThat(JupiterRun.of(Map.of("fakecached.server", "real"), SaslTestCases.class)
                        .failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("on the fake only")
                .hasMessageContaining("saslUsers");
    }

    @Test
    void usersAndTlsFailAClassOnAServerThatRunsAlready() {
        try (FakeMemcached server = FakeMemcached.start()) {
            for (Class<?> testCases :
                    new Class<?>[] {SaslTestCases.class, TextUserTestCases.class, EncryptedTestCases.class}) {
                assertThat(JupiterRun.of(at(server), testCases).failure())
                        .as(testCases.getSimpleName())
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining("a server at an address cannot be given")
                        .hasMessageContaining("fakecached.server=real");
            }
        }
    }

    @MemcachedTest(saslUsers = @User(name = "anne", password = "secret"))
    static class SaslTestCases {
        @Test
        void test() {}
    }

    @MemcachedTest(textUsers = @User(name = "anne", password = "secret"))
    static class TextUserTestCases extends SaslTestCases {}

    @MemcachedTest(tls = true)
    static class EncryptedTestCases extends SaslTestCases {}

    static class BuilderTestCases {
        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .server(server -> server.casEnabled(false))
                .build();

        @Test
        void test() {}
    }

    @Test
    void theClockOfAServerThatCannotBeMovedIsWaitedForOrFailsTheTest() {
        try (FakeMemcached server = FakeMemcached.start()) {
            assertThat(JupiterRun.of(at(server), ClockTestCases.class).failures())
                    .hasSize(3)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(ExtensionConfigurationException.class)
                            .hasMessageContaining("on the fake only"))
                    .anySatisfy(failure -> assertThat(failure)
                            .hasMessageContaining("cannot be moved")
                            .hasMessageContaining("PT1H"));
        }
    }

    @MemcachedTest
    static class ClockTestCases {
        @Test
        void waits(ControllableClock clock, MemcachedClient client) throws Exception {
            client.set("k", 1, "v").get();
            clock.advance(Duration.ofSeconds(1));
            assertThat(client.get("k")).isNull();
        }

        @Test
        void tooLong(ControllableClock clock) {
            clock.advance(Duration.ofHours(1));
        }

        @Test
        void paused(ControllableClock clock) {
            clock.pause();
        }

        @Test
        void back(ControllableClock clock) {
            clock.setTime(clock.now().minusSeconds(60));
        }
    }

    @Test
    void aServerAtAnAddressServesOneAfterTheOther() {
        try (FakeMemcached server = FakeMemcached.start();
                RealServerPool pool = new RealServerPool()) {
            RealSettings settings = new RealSettings(
                    List.of("a"), List.of(server.address()), null, BindingProtocol.AUTO, List.of(), false, false);
            RealServers first = pool.take(settings);

            assertThatThrownBy(() -> pool.take(settings))
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessageContaining("in use");
            first.close();
            pool.take(settings).close();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        for (String address : new String[] {"localhost", "localhost:0", "localhost:65536", "a b:c", "::1:11211"}) {
            assertThat(JupiterRun.of(Map.of("fakecached.server", address), BothTestCases.class)
                            .failure())
                    .as(address)
                    .hasMessageContaining("fakecached.server is fake, real, or addresses host:port");
        }
    }

    @Test
    void aServerThatDoesNotAnswerFailsTheClass() {
        FakeMemcached server = FakeMemcached.start();
        server.close();

        assertThat(JupiterRun.of(at(server), BothTestCases.class).failure())
                .hasMessageContainingAll(
                        "memcached at 127.0.0.1:" + server.port() + " does not answer",
                        "Is it running? fakecached.server says which servers");
    }

    @Test
    void anotherAnswerThanMemcachedsIsTold() {
        try (FakeMemcached server = FakeMemcached.builder().flushEnabled(false).start()) {
            assertThatThrownBy(() -> new RealServer(server.connectionSettings()).flush())
                    .hasMessageContaining("answers flush_all with CLIENT_ERROR flush_all not allowed");
        }
    }
}
