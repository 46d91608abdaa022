package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.spotify.folsom.MemcacheClient;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.clock.ControllableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Tests run on real memcached in containers. Skipped without Docker, unless {@code -Dconformance.require=container} is given. */
class RealContainerTest {

    private static final boolean REQUIRED =
            System.getProperty("conformance.require", "").contains("container");

    private static void assertPasses(Map<String, String> parameters, int tests, Class<?>... testCases) {
        JupiterRun run = JupiterRun.of(parameters, testCases);
        for (Throwable failure : run.failures()) {
            assumeTrue(REQUIRED || !(failure instanceof TestAbortedException), failure.getMessage());
        }
        run.passes(tests);
    }

    @Test
    void aClassRunsOnRealMemcachedWhoseClockGoesForward() {
        assertPasses(Map.of(), 4, RealTestCases.class, OlderTestCases.class);
    }

    @MemcachedTest(server = Server.REAL)
    static class RealTestCases {
        @RepeatedTest(2)
        void test(MemcachedClient client, ControllableClock clock) throws Exception {
            assertThat(client.getVersions().values()).containsExactly(version());
            assertThat(client.add("k", 100, "v").get()).isTrue();

            clock.advance(Duration.ofSeconds(97));
            assertThat(client.get("k")).isEqualTo("v");
            clock.advance(Duration.ofSeconds(4));
            assertThat(client.get("k")).isNull();
        }

        String version() {
            return "1.6.45";
        }
    }

    @MemcachedTest(server = Server.REAL, version = MemcachedVersion.V1_6_18)
    static class OlderTestCases extends RealTestCases {
        @Override
        String version() {
            return "1.6.18";
        }
    }

    @Test
    void theParameterSaysSoForAllClassesWhichShareTheContainersAndGiveTheirSettings() {
        assertPasses(
                Map.of("fakecached.server", "REAL", "fakecached.server.image", "memcached:1.6.18"),
                3,
                NodesTestCases.class,
                NodesTooTestCases.class,
                SettingsTestCases.class);
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class NodesTestCases {
        @Test
        void test(MemcacheClient<String> client) throws Exception {
            List<String> values =
                    List.of(client.add("k", "v", 0).toCompletableFuture().get().name());
            assertThat(values).containsExactly("OK");
            assertThat(client.numTotalConnections()).isEqualTo(2);
        }
    }

    @MemcachedTest(nodes = {"a", "b"})
    static class NodesTooTestCases extends NodesTestCases {}

    @MemcachedTest(memoryLimit = 8 << 20, maxItemSize = 2 << 20, evictions = false)
    static class SettingsTestCases {
        @Test
        void test(MemcachedClient client) {
            Map<String, String> settings =
                    client.getStats("settings").values().iterator().next();
            assertThat(settings)
                    .containsEntry("maxbytes", Integer.toString(8 << 20))
                    .containsEntry("item_size_max", Integer.toString(2 << 20))
                    .containsEntry("evictions", "off");
        }
    }

    @Test
    void aClassRunsOnRealMemcachedWithUsersAndTls() {
        assertPasses(
                Map.of("fakecached.server", "real"),
                3,
                SignedInTestCases.class,
                EncryptedTestCases.class,
                OlderEncryptedAndSignedInTestCases.class);
    }

    @MemcachedTest(textUsers = @User(name = "anne", password = "a secret: with more in it"))
    static class SignedInTestCases {
        @Test
        void test(MemcacheClient<String> client, InetSocketAddress address, ControllableClock clock) throws Exception {
            assertThat(client.set("k", "v", 2).toCompletableFuture().get().name())
                    .isEqualTo("OK");
            clock.advance(Duration.ofSeconds(3));
            assertThat(client.get("k").toCompletableFuture().get()).isNull();
            assertThat(firstLine(address)).isEqualTo(replyToStrangers());
        }

        String replyToStrangers() {
            return "CLIENT_ERROR unauthenticated";
        }

        /** Of the reply that a client gets who neither signs in nor encrypts. */
        private static String firstLine(InetSocketAddress address) throws IOException {
            try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write("get stranger\r\n".getBytes(StandardCharsets.ISO_8859_1));
                return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                        .readLine();
            }
        }
    }

    @MemcachedTest(tls = true)
    static class EncryptedTestCases extends SignedInTestCases {
        @Override
        String replyToStrangers() {
            return null;
        }
    }

    @MemcachedTest(
            version = MemcachedVersion.V1_6_18,
            tls = true,
            textUsers = @User(name = "anne", password = "secret"))
    static class OlderEncryptedAndSignedInTestCases extends EncryptedTestCases {}

    @Test
    void optionsThatMemcachedRefusesFailTheClass() {
        JupiterRun run = JupiterRun.of(Map.of("fakecached.server", "real"), RefusedOptionsTestCases.class);
        Throwable failure = run.failure();
        assumeTrue(REQUIRED || !(failure instanceof TestAbortedException), failure.getMessage());

        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not start with [-I, 1000]")
                .hasMessageContaining("Item max size cannot be less than 1024 bytes");
    }

    @MemcachedTest(maxItemSize = 1000)
    static class RefusedOptionsTestCases extends NodesTestCases {}

    @Test
    void anImageThatCannotBeHadAbortsTheClassOrFailsIt() {
        Map<String, String> noImage =
                Map.of("fakecached.server", "real", "fakecached.server.image", "localhost:1/fakecached/none:0");

        Throwable aborted = JupiterRun.of(noImage, NodesTestCases.class).failure();
        assertThat(aborted)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no container of localhost:1/fakecached/none:0");

        Throwable failed = JupiterRun.of(
                        Map.of(
                                "fakecached.server", "real",
                                "fakecached.server.image", "localhost:1/fakecached/none:0",
                                "fakecached.server.required", "true"),
                        NodesTestCases.class)
                .failure();
        assertThat(failed)
                .isNotInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no container of localhost:1/fakecached/none:0");
    }
}
