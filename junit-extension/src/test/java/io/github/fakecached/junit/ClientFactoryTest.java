package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientFactoryTest {

    private static final List<String> EVENTS = new ArrayList<>();

    /** Old versions of Jupiter log what they report as well. */
    private static final Logger OLD_JUPITERS_LOGGER =
            Logger.getLogger("org.junit.jupiter.engine.execution.JupiterEngineExecutionContext");

    record TinyClient(InetSocketAddress address, String madeBy) {}

    /** Named in META-INF/services. */
    public static class TinyClientFactory implements ClientFactory<TinyClient> {
        @Override
        public Class<?> clientType() {
            return TinyClient.class;
        }

        @Override
        public TinyClient create(List<InetSocketAddress> servers) throws IOException {
            EVENTS.add("create");
            return new TinyClient(servers.get(0), "the service loader's factory");
        }

        @Override
        public void close(TinyClient client) throws IOException {
            EVENTS.add("close");
        }
    }

    @BeforeEach
    void forget() {
        EVENTS.clear();
    }

    @Test
    void factoriesAreFoundByServiceLoader() {
        JupiterRun.of(ServiceTestCases.class).passes(2);

        assertThat(EVENTS).containsExactly("create", "close");
    }

    @MemcachedTest
    static class ServiceTestCases {
        @RepeatedTest(2)
        void test(FakeMemcached memcached, TinyClient client) {
            assertThat(client.address()).isEqualTo(memcached.address());
        }
    }

    @Test
    void aClientIsMadeAnewAfterAnythingWasDoneToNodes() {
        JupiterRun.of(DamagedNodeTestCases.class).passes(2);

        assertThat(EVENTS).containsExactly("create", "close", "create", "close");
    }

    @MemcachedTest
    static class DamagedNodeTestCases {
        @RepeatedTest(2)
        void test(FakeMemcached memcached, TinyClient client) {
            memcached.partition();
        }
    }

    @Test
    void aFactoryGivenToTheExtensionGoesFirst() {
        JupiterRun.of(OwnFactoryTestCases.class).passes(1);
    }

    static class OwnFactoryTestCases {
        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .clientFactory(new TinyClientFactory() {
                    @Override
                    public TinyClient create(List<InetSocketAddress> servers) {
                        return new TinyClient(servers.get(0), "my own factory");
                    }
                })
                .build();

        @Test
        void test(TinyClient tiny, MemcachedClient builtIn) {
            assertThat(tiny.madeBy()).isEqualTo("my own factory");
            assertThat(builtIn.getVersions()).hasSize(1);
        }
    }

    @Test
    void aMissingLibraryIsNamedWithWhatToDo() {
        assertThat(JupiterRun.of(MissingLibraryTestCases.class).failure())
                .hasMessageContainingAll(
                        "could not create a " + TinyClient.class.getName(),
                        "NoClassDefFoundError: org/example/Missing",
                        "add it to the dependencies in test scope");
    }

    static class MissingLibraryTestCases {
        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .clientFactory(new TinyClientFactory() {
                    @Override
                    public TinyClient create(List<InetSocketAddress> servers) {
                        throw new NoClassDefFoundError("org/example/Missing");
                    }
                })
                .build();

        @Test
        void test(TinyClient client) {}
    }

    @Test
    void aClientThatCannotConnectFailsItsTestOnly() {
        assertThat(JupiterRun.of(CannotConnectTestCases.class).failure())
                .hasMessageContainingAll(
                        "could not create a " + TinyClient.class.getName(),
                        "connection refused",
                        "ask for the client before that");
    }

    static class CannotConnectTestCases {
        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .clientFactory(new TinyClientFactory() {
                    @Override
                    public TinyClient create(List<InetSocketAddress> servers) throws IOException {
                        throw new IOException("connection refused");
                    }
                })
                .build();

        @Test
        void fails(TinyClient client) {}

        @Test
        void passes(FakeMemcached memcached) {
            assertThat(memcached.isRunning()).isTrue();
        }
    }

    @Test
    void aClientThatCannotBeClosedIsReportedAndTheFakeIsStoppedAllTheSame() {
        OLD_JUPITERS_LOGGER.setLevel(Level.OFF);

        assertThat(JupiterRun.of(CannotCloseTestCases.class).failure())
                .hasStackTraceContaining("could not close a " + TinyClient.class.getName())
                .hasStackTraceContaining("already gone");
        assertThat(CannotCloseTestCases.seen.isRunning()).isFalse();
    }

    static class CannotCloseTestCases {
        private static FakeMemcached seen;

        @RegisterExtension
        static final MemcachedExtension EXTENSION = MemcachedExtension.builder()
                .clientFactory(new TinyClientFactory() {
                    @Override
                    public void close(TinyClient client) throws IOException {
                        throw new IOException("already gone");
                    }
                })
                .build();

        @Test
        void test(FakeMemcached memcached, TinyClient client) {
            seen = memcached;
        }
    }
}
